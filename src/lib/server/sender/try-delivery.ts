import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { Result } from '#lib/edition/result.ts';
import type { LeasedDelivery, DeliveryOutcome } from '#lib/server/outbox/outbox.ts';
import { answerReason } from '#lib/server/web-push/answer-reason.ts';
import { encryptMessage } from '#lib/server/web-push/encrypt-message.ts';
import type { MessageBodies } from '#lib/server/web-push/message-bodies.ts';
import type { PushClient } from '#lib/server/web-push/push-client.ts';
import type { PostFailure, PushAnswer } from '#lib/server/web-push/push-request.ts';
import { pushHeaders } from '#lib/server/web-push/push-headers.ts';
import { classifyAnswer, type AnswerClass } from './outcomes/classify-answer.ts';
import type { LocalClass } from './outcomes/sender-event.ts';
import type { VapidSigner } from '#lib/server/web-push/vapid-signer.ts';

/** When to look for a missing key again: another process may have been started with a newer one. */
const NO_KEY_MS = 10 * MINUTE_MS;

/** What one attempt needs from outside. */
export interface AttemptPorts {
	readonly post: PushClient['post'];
	readonly signer: VapidSigner;
	readonly bodiesOf: (notice: LeasedDelivery['notice']) => MessageBodies;
	readonly deadlineMs: number;
	/** ms since 1970. */
	readonly now: () => number;
	/** In [0, 1). */
	readonly random: () => number;
	/** How long a request took, in seconds. */
	readonly observe: (seconds: number) => void;
}

/** How an attempt ended. */
export interface AttemptResult {
	readonly class: AnswerClass | LocalClass;
	readonly outcome: DeliveryOutcome;
	readonly pauseMs?: number | undefined;
	/** The push service's own reason, if it gave a short code. */
	readonly reason?: string | undefined;
}

/**
 * Encrypts one message, sends it, and classifies the answer. Never rejects for what a push service
 * does. `othersSucceed` is called when the answer has arrived.
 */
export async function tryDelivery(
	delivery: LeasedDelivery,
	url: URL,
	othersSucceed: () => boolean,
	ports: AttemptPorts
): Promise<AttemptResult> {
	const { attempt, notice, subscription } = delivery;
	const startedAt = ports.now();
	if (startedAt >= Date.parse(delivery.expiresAt)) return again('expired', startedAt);
	const authorization = ports.signer.authorize(url.origin, subscription.vapidKeyId, startedAt);
	if (authorization === undefined) return again('no-key', startedAt + NO_KEY_MS);

	const headers = pushHeaders(notice.severity, authorization);
	const { padded, smallest } = ports.bodiesOf(notice);
	for (const message of [padded, smallest]) {
		const body = encryptMessage(subscription, message);
		if (!body.ok) return { class: body.code, outcome: { kind: 'quarantine' } };
		const result = await timed(ports, () =>
			ports.post({ url, headers, body: body.value }, ports.deadlineMs)
		);
		const { outcome, ...classified } = classifyAnswer(result, {
			attempt,
			suspectSince: subscription.suspectSince,
			othersSucceed: othersSucceed(),
			isSmallest: message === smallest,
			now: ports.now(),
			random: ports.random()
		});
		if (outcome === undefined) continue;
		// most messages are accepted, and their answers have no body worth parsing
		if (!result.ok || classified.class === 'accepted') return { ...classified, outcome };
		return { ...classified, outcome, reason: answerReason(result.value.body) };
	}
	throw new Error('the smallest message has no outcome');
}

/** Nothing was sent: due again, and no failure. Once the announcement has expired, the store ends it. */
const again = (name: LocalClass, dueMs: number): AttemptResult => ({
	class: name,
	outcome: { kind: 'retry', dueAt: new Date(dueMs).toISOString(), countsAsFailure: false }
});

async function timed(
	{ now, observe }: AttemptPorts,
	post: () => Promise<Result<PushAnswer, PostFailure>>
): Promise<Result<PushAnswer, PostFailure>> {
	const startedAt = now();
	const result = await post();
	observe((now() - startedAt) / 1000);
	return result;
}
