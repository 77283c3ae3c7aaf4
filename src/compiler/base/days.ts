/*
 * Days are those of the site's time zone, `YYYY-MM-DD`; a partial date is a month or a year. All of it is text: two
 * days compare as strings, and no clock or time zone of the machine comes in.
 */
import { dayMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';

/** The last day that a partial date can mean. */
export function lastDay(date: string): string {
	if (date.length === 10) return date;
	if (date.length === 4) return `${date}-12-31`;
	const [year = 0, month = 0] = date.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export const addDays = (day: string, days: number): string =>
	new Date(dayMs(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The calendar day in a time zone at an instant. */
export const dayIn = (timeZone: string, instant: Date): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
