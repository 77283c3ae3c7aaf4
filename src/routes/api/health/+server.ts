import { getHealth } from '#lib/server/api/health.ts';
import { methodNotAllowed } from '#lib/server/api/refusals.ts';
import { toRoute } from '#lib/server/requests/to-route.ts';

export const prerender = false;
export const GET = toRoute(getHealth);
export const fallback = toRoute(methodNotAllowed('GET', 'HEAD'));
