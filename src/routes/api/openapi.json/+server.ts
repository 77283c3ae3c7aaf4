import { getOpenApi } from '#lib/server/api/get-openapi.ts';
import { methodNotAllowed } from '#lib/server/api/refusals.ts';
import { toRoute } from '#lib/server/requests/to-route.ts';

export const prerender = false;
export const GET = toRoute(getOpenApi);
export const fallback = toRoute(methodNotAllowed('GET', 'HEAD'));
