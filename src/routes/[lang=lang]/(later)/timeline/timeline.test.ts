import { expect, test } from 'vitest';
import { aDirective } from '#tests/support/publisher/fixture-articles.ts';
import { marksOf, monthsSince, timelineOf } from './timeline.ts';

const rule = aDirective({ slug: 'rule', form: 'order', issuedOn: '2025-01-18' });

test('each date of a rule is an event, oldest first, under its year', () => {
	const order = { ...rule, orderDate: '2026-05-18', endedOn: '2026-06' };
	const { years } = timelineOf([order, { ...rule, slug: 'second', issuedOn: '2025-01' }]);
	expect(
		years.map(({ year, events }) => [year, events.map(({ on, kind }) => `${kind} ${on}`)])
	).toEqual([
		['2025', ['issued 2025-01', 'issued 2025-01-18']],
		['2026', ['order 2026-05-18', 'ended 2026-06']]
	]);
});

test('a rule in force from the day it was made is one event', () => {
	const { years } = timelineOf([{ ...rule, inForceFrom: '2025-01-18' }]);
	expect(years[0]?.events).toHaveLength(1);
	const later = timelineOf([{ ...rule, inForceFrom: '2025-03-01' }]);
	expect(later.years[0]?.events).toHaveLength(2);
});

test('what happened before 2025 is kept apart, a bare 2025 is not', () => {
	const { before, years } = timelineOf([
		{ ...rule, issuedOn: '2014' },
		{ ...rule, issuedOn: '2024-12-31' },
		{ ...rule, issuedOn: '2025' }
	]);
	expect(before.map(({ on }) => on)).toEqual(['2014', '2024-12-31']);
	expect(years).toMatchObject([{ year: '2025', events: [{ on: '2025' }] }]);
});

test('an explainer is no rule, and a rule without a date is no event', () => {
	const { issuedOn, ...undated } = rule;
	expect(issuedOn).toBeDefined();
	expect(timelineOf([{ ...rule, form: 'explainer' }, undated])).toEqual({ before: [], years: [] });
});

test('marks of one month are stacked, federal ones on their own side', () => {
	const federal = { ...rule, level: 'federal' as const };
	const { years } = timelineOf([rule, { ...rule, slug: 'b' }, federal]);
	expect(marksOf(years)).toEqual([
		{ month: 0, isFederal: false, level: 0 },
		{ month: 0, isFederal: false, level: 1 },
		{ month: 0, isFederal: true, level: 0 }
	]);
});

test('months are counted from January 2025', () => {
	expect(monthsSince('2025-01-31')).toBe(0);
	expect(monthsSince('2026-02')).toBe(13);
	expect(monthsSince('2026')).toBe(12);
});
