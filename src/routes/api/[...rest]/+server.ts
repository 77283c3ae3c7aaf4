import { notFound } from '#lib/server/api/refusals.ts';
import { toRoute } from '#lib/server/requests/to-route.ts';

export const prerender = false;
export const fallback = toRoute(notFound);
