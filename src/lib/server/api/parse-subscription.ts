import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import type { Backend } from '#lib/server/backend/backend.ts';
import { areKeysValid } from '#lib/server/subscriptions/are-keys-valid.ts';
import { parseEndpoint } from '#lib/server/push-services/endpoint-policy.ts';
import type { ProblemCode } from '#lib/server/requests/problem.ts';

/** A subscription that messages can be sent to, its endpoint in the normal form; or what is wrong. */
export function parseSubscription(
	request: SubscriptionRequest,
	{ settings, vapidKeys }: Pick<Backend, 'settings' | 'vapidKeys'>
): Result<SubscriptionRequest, ProblemCode> {
	const url = parseEndpoint(request.endpoint, { testOrigin: settings.pushTestOrigin });
	if (!url.ok) return fail('endpoint-not-allowed');
	if (!areKeysValid(request.keys)) return fail('bad-keys');
	if (!vapidKeys.find(request.vapidKeyId)) return fail('unknown-vapid-key');
	return ok({ ...request, endpoint: url.value.href });
}
