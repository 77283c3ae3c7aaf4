import { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { bearerToken } from '#lib/server/requests/bearer-token.ts';
import { parseSubscription } from './parse-subscription.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { NO_STORE, jsonAnswer } from '#lib/server/requests/json-answer.ts';
import { problem } from '#lib/server/requests/problem.ts';
import { readJson } from '#lib/server/requests/read-json.ts';

const WITHOUT_CONTENT = { status: 204, headers: NO_STORE } as const;
/** `Retry-After` when the store is full, in seconds: the operator has to make room first. */
const FULL_FOR_S = '3600';
const TOKEN_MISSING = { 'www-authenticate': 'Bearer' } as const;

/** Saves a subscription under a token that the phone has made. */
export const saveSubscription: ApiAction = guard('shared', async ({ request }, backend) => {
	const read = await readJson(request, SubscriptionRequest, 'malformed-subscription');
	if (read instanceof Response) return read;
	const checked = parseSubscription(read, backend);
	if (!checked.ok) return problem(checked.code);
	const waitSeconds = backend.limits.newSubscriptions.take('all');
	if (waitSeconds > 0) {
		return problem('too-many-subscriptions', { 'retry-after': String(waitSeconds) });
	}
	const saved = await backend.store.subscriptions.save(checked.value);
	if (!saved.ok && saved.code === 'wrong-token') return problem('endpoint-taken');
	if (!saved.ok) {
		backend.alertOnce(saved.code);
		return problem(saved.code, { 'retry-after': FULL_FOR_S });
	}
	// the same answer for a new and a known one: a phone whose first answer was lost need not know
	return jsonAnswer({ saved: true }, 201);
});

/** Notes that a phone is still there, and stores what has changed. */
export const refreshSubscription: ApiAction = guard('shared', async ({ request }, backend) => {
	const token = bearerToken(request);
	if (token === undefined) return problem('no-token', TOKEN_MISSING);
	const read = await readJson(request, SubscriptionRequest, 'malformed-subscription');
	if (read instanceof Response) return read;
	const checked = parseSubscription(read, backend);
	if (!checked.ok) return problem(checked.code);
	const refreshed = await backend.store.subscriptions.refresh(checked.value, token);
	if (refreshed.ok) return new Response(null, WITHOUT_CONTENT);
	return problem(refreshed.code === 'not-found' ? 'no-subscription' : 'wrong-token');
});

/** Removes what was saved with a token, and the deliveries that wait for it, at once. */
export const removeSubscription: ApiAction = guard('removals', async ({ request }, backend) => {
	const token = bearerToken(request);
	if (token === undefined) return problem('no-token', TOKEN_MISSING);
	const removed = await backend.store.subscriptions.remove(token);
	return removed.ok ? new Response(null, WITHOUT_CONTENT) : problem('no-subscription');
});
