import { methodNotAllowed } from '#lib/server/api/refusals.ts';
import {
	refreshSubscription,
	removeSubscription,
	saveSubscription
} from '#lib/server/api/subscription-actions.ts';
import { toRoute } from '#lib/server/requests/to-route.ts';

export const prerender = false;
export const POST = toRoute(saveSubscription);
export const PUT = toRoute(refreshSubscription);
export const DELETE = toRoute(removeSubscription);
export const fallback = toRoute(methodNotAllowed('POST', 'PUT', 'DELETE'));
