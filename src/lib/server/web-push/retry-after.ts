import { HOUR_MS } from '#lib/edition/durations.ts';

/** No push service has a reason to silence us for longer: an absurd answer must not stop us for good. */
export const MAX_RETRY_AFTER_MS = HOUR_MS;

/**
 * `Retry-After` in ms from `now`, in seconds or as a date (RFC 9110 §10.2.3), at most an hour and at
 * least a second. `undefined` where there is none, or where it says nothing that makes sense.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
	const text = header?.trim() ?? '';
	const ms = /^\d{1,15}$/.test(text) ? Number(text) * 1000 : dateMs(text) - now;
	// a date that has passed says "now"; one that is no date says nothing
	return Number.isNaN(ms) ? undefined : Math.min(MAX_RETRY_AFTER_MS, Math.max(1000, ms));
}

/** Only the form of RFC 9110; `Date.parse` alone would take almost anything for a date. */
function dateMs(text: string): number {
	const isHttpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text);
	return isHttpDate ? Date.parse(text) : Number.NaN;
}
