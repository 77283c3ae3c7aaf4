import { DAY_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import type { Result } from '#lib/edition/result.ts';
import type { DeliveryOutcome } from '#lib/server/outbox/outbox.ts';
import { backOffMs } from './back-off.ts';
import type { PostFailure, PushAnswer } from '#lib/server/web-push/push-request.ts';
import { parseRetryAfter } from '#lib/server/web-push/retry-after.ts';

/** What an answer means. Also the label under which the metrics count it. */
export type AnswerClass =
	| 'accepted'
	| 'gone'
	| 'missing'
	| 'malformed'
	| 'unauthorized'
	| 'too-large'
	| 'slow-down'
	| 'redirect'
	| 'refused'
	| 'passing'
	| PostFailure;

/** What else decides about an attempt, besides its answer. */
export interface AttemptContext {
	/** The first is 1. */
	readonly attempt: number;
	/** ISO instant of an earlier 404. */
	readonly suspectSince: string | null;
	/** Whether that push service accepted another message lately: then a refusal concerns this row alone. */
	readonly othersSucceed: boolean;
	/** Whether the message was the smallest possible. */
	readonly isSmallest: boolean;
	/** ms since 1970, and a number in [0, 1). */
	readonly now: number;
	readonly random: number;
}

export interface ClassifiedAnswer {
	readonly class: AnswerClass;
	/** `undefined`: not decided yet, send the smallest message first. */
	readonly outcome: DeliveryOutcome | undefined;
	/** For how long to send nothing to that push service, in ms. */
	readonly pauseMs?: number;
}

/** The pause after a 429 whose `Retry-After` is missing or makes no sense. */
const DEFAULT_PAUSE_MS = MINUTE_MS;
/** When a message with refused credentials is due again: people have to put them right. */
const CREDENTIALS_MS = 10 * MINUTE_MS;
/** A subscription that is refused so often while others are accepted was made with another key. */
const CREDENTIAL_ATTEMPTS = 4;

/** What the answer of a push service means for a delivery. Pure. */
export function classifyAnswer(
	result: Result<PushAnswer, PostFailure>,
	about: AttemptContext
): ClassifiedAnswer {
	if (!result.ok) return { class: result.code, outcome: retry(about) };
	const { status, retryAfter } = result.value;
	const waitMs = parseRetryAfter(retryAfter, about.now);
	if (status >= 200 && status < 300) return { class: 'accepted', outcome: { kind: 'sent' } };
	if (status >= 300 && status < 400) return { class: 'redirect', outcome: retry(about) };
	if (status >= 500 || status === 408) return { class: 'passing', outcome: retry(about, waitMs) };
	switch (status) {
		case 410:
			return { class: 'gone', outcome: { kind: 'gone' } };
		case 404:
			return { class: 'missing', outcome: { kind: isOld(about) ? 'gone' : 'suspect' } };
		case 400:
			// if no message is accepted, the fault is in our messages and not in this subscription
			return {
				class: 'malformed',
				outcome: { kind: about.othersSucceed ? 'quarantine' : 'failed' }
			};
		case 401:
		case 403:
			return { class: 'unauthorized', outcome: afterRefusal(about) };
		case 413:
			return {
				class: 'too-large',
				outcome: about.isSmallest ? { kind: 'failed' } : undefined
			};
		case 429: {
			const pauseMs = waitMs ?? DEFAULT_PAUSE_MS;
			return { class: 'slow-down', outcome: postpone(about, pauseMs), pauseMs };
		}
		default:
			return { class: 'refused', outcome: { kind: 'failed' } };
	}
}

/** FCM has answered 404 for living subscriptions, so only a second 404, a day later, is believed. */
const isOld = ({ suspectSince, now }: AttemptContext): boolean =>
	suspectSince !== null && now - Date.parse(suspectSince) >= DAY_MS;

function retry(about: AttemptContext, waitMs = 0): DeliveryOutcome {
	const delayMs = Math.max(waitMs, backOffMs(about.attempt, about.random));
	return { kind: 'retry', dueAt: at(about.now + delayMs), countsAsFailure: true };
}

/** Due later, and no failure of the subscription. A tenth of jitter spreads those that wait together. */
function postpone({ now, random }: AttemptContext, delayMs: number): DeliveryOutcome {
	const dueAt = at(now + Math.round(delayMs * (1 + random / 10)));
	return { kind: 'retry', dueAt, countsAsFailure: false };
}

function afterRefusal(about: AttemptContext): DeliveryOutcome {
	const isBoundElsewhere = about.othersSucceed && about.attempt >= CREDENTIAL_ATTEMPTS;
	return isBoundElsewhere ? { kind: 'quarantine' } : postpone(about, CREDENTIALS_MS);
}

const at = (ms: number): string => new Date(ms).toISOString();
