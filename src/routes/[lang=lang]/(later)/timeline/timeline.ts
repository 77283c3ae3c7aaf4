import type { Directive } from '#lib/edition/article.ts';

/** Where the timeline begins: the month in which the federal orders began. */
export const TIMELINE_FROM = '2025-01';

export type EventKind = 'issued' | 'in_force' | 'order' | 'ended';

/** Something that happened to a rule, on a day that is known as exactly as `on` says. */
export interface TimelineEvent {
	/** Partial date. */
	readonly on: string;
	readonly kind: EventKind;
	readonly directive: Directive;
}

/** A year's events, oldest first. */
export interface TimelineYear {
	readonly year: string;
	readonly events: readonly TimelineEvent[];
}

/**
 * What happened to the rules since January 2025, by year, and what had happened before. A date that
 * names only a year or month stands at its beginning; explainers, which are no rules, are left out.
 */
export function timelineOf(directives: readonly Directive[]): {
	before: readonly TimelineEvent[];
	years: readonly TimelineYear[];
} {
	const events = directives
		.filter(({ form }) => form !== 'explainer')
		.flatMap(eventsOf)
		.sort((a, b) => a.on.localeCompare(b.on) || a.directive.slug.localeCompare(b.directive.slug));
	// "2025" alone is of that year, though it sorts before its first month
	const isBefore = ({ on }: TimelineEvent): boolean => on < TIMELINE_FROM.slice(0, on.length);
	const since = events.filter((event) => !isBefore(event));
	const years = [...new Set(since.map(({ on }) => on.slice(0, 4)))];
	return {
		before: events.filter(isBefore),
		years: years.map((year) => ({ year, events: since.filter(({ on }) => on.startsWith(year)) }))
	};
}

function eventsOf(directive: Directive): TimelineEvent[] {
	const { issuedOn, inForceFrom, orderDate, endedOn } = directive;
	const dates: readonly (readonly [EventKind, string | undefined])[] = [
		['issued', issuedOn],
		// the day it was made is often the day it begins: one line says it
		['in_force', inForceFrom === issuedOn ? undefined : inForceFrom],
		['order', orderDate],
		['ended', endedOn]
	];
	return dates.flatMap(([kind, on]) => (on === undefined ? [] : [{ on, kind, directive }]));
}

/** A mark in the drawing: its month, and its place above or below the line. */
export interface TimelineMark {
	/** Months since the beginning. */
	readonly month: number;
	readonly isFederal: boolean;
	/** From the line outwards, beginning with 0. */
	readonly level: number;
}

/** The same events as marks to draw. Those that are known by their year alone are not drawn. */
export function marksOf(years: readonly TimelineYear[]): readonly TimelineMark[] {
	const heights = new Map<string, number>();
	return years
		.flatMap(({ events }) => events)
		.filter(({ on }) => on.length > 4)
		.map(({ on, directive }) => {
			const month = monthsSince(on);
			const isFederal = directive.level === 'federal';
			const column = `${String(month)} ${String(isFederal)}`;
			const level = heights.get(column) ?? 0;
			heights.set(column, level + 1);
			return { month, isFederal, level };
		});
}

/** Whole months from the timeline's beginning to a date. */
export function monthsSince(date: string): number {
	const [year = 0, month = 1] = date.split('-').map(Number);
	const [firstYear = 0, firstMonth = 1] = TIMELINE_FROM.split('-').map(Number);
	return 12 * (year - firstYear) + month - firstMonth;
}
