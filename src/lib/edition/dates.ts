/*
 * The one parser of what the formats call an instant and a day. `Date.parse` takes more, and browsers
 * differ in what: one date would be in time here and past there. What cannot be read is `NaN`, which
 * is neither before nor after anything: compare so that it counts as expired.
 */

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** In ms since 1970: `2026-11-24T09:00:00.000Z`, of a day and a time that exist. No other form. */
export function instantMs(text: string): number {
	const ms = INSTANT.test(text) ? Date.parse(text) : NaN;
	// a day that does not exist is the next month to one browser, and nothing to another
	const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text.slice(0, 19));
	return isReal ? ms : NaN;
}

/** Also where it is no instant: who cannot tell must not be told that there is time left. */
export const hasExpired = (expires: string, now: Date): boolean =>
	!(instantMs(expires) > now.getTime());

/** The first day that a day, a month or a year can mean: `2025` is `2025-01-01`. */
export const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);

/** The first instant of a day, month or year, as UTC counts; `NaN` where there is no such date. */
export const dayMs = (date: string): number =>
	DATE.test(date) ? instantMs(`${firstDay(date)}T00:00:00Z`) : NaN;
