import { HOUR_MS } from '#lib/edition/durations.ts';

/** The longest pause: an absurd value in an answer must not silence a sender for days. */
export const MAX_RETRY_AFTER_MS = HOUR_MS;

/**
 * Parses `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3), to ms from `now`: at least a second
 * and at most an hour. `undefined` if it is missing or malformed.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
	const text = header?.trim() ?? '';
	const ms = /^\d{1,15}$/.test(text) ? Number(text) * 1000 : dateMs(text) - now;
	// a date in the past means "now"
	return Number.isNaN(ms) ? undefined : Math.min(MAX_RETRY_AFTER_MS, Math.max(1000, ms));
}

/** Only the format of RFC 9110: `Date.parse` alone takes almost anything for a date. */
function dateMs(text: string): number {
	const isHttpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text);
	return isHttpDate ? Date.parse(text) : Number.NaN;
}
