import { DAY_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import type { Result } from '#lib/edition/result.ts';
import type { DeliveryOutcome } from '#lib/server/outbox/outbox.ts';
import { backOffMs } from './back-off.ts';
import type { PostFailure, PushAnswer } from '#lib/server/web-push/push-request.ts';
import { parseRetryAfter } from '#lib/server/web-push/retry-after.ts';

/** What an answer means; also the label that it is counted under. */
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

/** What is known about a try, besides its answer. */
export interface Try {
	/** The first is 1. */
	readonly attempt: number;
	/** ISO instant of an earlier 404. */
	readonly suspectSince: string | null;
	/** Whether that push service accepted any message lately, so that a refusal is about this row. */
	readonly othersSucceed: boolean;
	/** Whether it was the smallest message that we can make. */
	readonly isSmallest: boolean;
	/** ms since 1970, and a number in [0, 1). */
	readonly now: number;
	readonly random: number;
}

export interface Reading {
	readonly class: AnswerClass;
	/** `undefined`: not over yet, send it once more with the smallest message. */
	readonly outcome: DeliveryOutcome | undefined;
	/** How long to send nothing more to that push service, in ms. */
	readonly pauseMs?: number;
}

/** A 429 without a time, or with one that makes no sense. */
const DEFAULT_PAUSE_MS = MINUTE_MS;
/** Credentials are put right by people: a refused message is tried again after so long. */
const CREDENTIALS_MS = 10 * MINUTE_MS;
/** A row that is refused so often while others are not was made with a key that is not ours. */
const CREDENTIAL_TRIES = 4;

/** What becomes of a delivery, by what the push service answered. Pure. */
export function classifyAnswer(result: Result<PushAnswer, PostFailure>, about: Try): Reading {
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
			// where nobody succeeds the fault is ours, and no row is to blame
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

/** FCM has sent 404 for subscriptions that were alive: only a second one, a day later, is believed. */
const isOld = ({ suspectSince, now }: Try): boolean =>
	suspectSince !== null && now - Date.parse(suspectSince) >= DAY_MS;

function retry(about: Try, waitMs = 0): DeliveryOutcome {
	const delayMs = Math.max(waitMs, backOffMs(about.attempt, about.random));
	return { kind: 'retry', dueAt: at(about.now + delayMs), countsAsFailure: true };
}

/** Not the row's fault: it waits its turn, a little apart from the others that wait. */
function postpone({ now, random }: Try, delayMs: number): DeliveryOutcome {
	const dueAt = at(now + Math.round(delayMs * (1 + random / 10)));
	return { kind: 'retry', dueAt, countsAsFailure: false };
}

function afterRefusal(about: Try): DeliveryOutcome {
	const isTheRows = about.othersSucceed && about.attempt >= CREDENTIAL_TRIES;
	return isTheRows ? { kind: 'quarantine' } : postpone(about, CREDENTIALS_MS);
}

const at = (ms: number): string => new Date(ms).toISOString();
