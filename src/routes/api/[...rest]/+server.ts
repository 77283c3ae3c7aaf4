import { notFound } from '#lib/server/api/refusals.ts';
import { toRoute } from '#lib/server/api/to-route.ts';

export const prerender = false;
export const fallback = toRoute(notFound);
