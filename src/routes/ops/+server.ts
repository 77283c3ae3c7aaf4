import { toRoute } from '#lib/server/requests/to-route.ts';
import { getOps } from '#lib/server/operator/operator-pages.ts';

export const prerender = false;
export const GET = toRoute(getOps);
