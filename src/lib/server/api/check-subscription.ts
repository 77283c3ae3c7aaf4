import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import type { Backend } from '../backend.ts';
import { areKeysGood } from '../subscriptions/check-keys.ts';
import { checkEndpoint } from '../subscriptions/endpoint-policy.ts';
import type { ProblemCode } from './problem.ts';

/** Whether a subscription is one that can be sent to, or what is wrong with it. */
export function checkSubscription(
	{ endpoint, keys, vapidKeyId }: SubscriptionRequest,
	{ settings, vapidKeys }: Pick<Backend, 'settings' | 'vapidKeys'>
): ProblemCode | undefined {
	if (!checkEndpoint(endpoint, { testOrigin: settings.pushTestOrigin }).ok) {
		return 'endpoint-not-allowed';
	}
	if (!areKeysGood(keys)) return 'bad-keys';
	return vapidKeys.find(vapidKeyId) ? undefined : 'unknown-vapid-key';
}
