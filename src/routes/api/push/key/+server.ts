import { getPushKey } from '#lib/server/api/push-key.ts';
import { methodNotAllowed } from '#lib/server/api/refusals.ts';
import { toRoute } from '#lib/server/requests/to-route.ts';

export const prerender = false;
export const GET = toRoute(getPushKey);
export const fallback = toRoute(methodNotAllowed('GET', 'HEAD'));
