import { describe, expect, test } from 'vitest';
import { isUnmaintained, lastReviewOf, staleness } from './staleness.ts';

const article = { reviewBy: '2026-12-24', statusAsOf: '2026-11-01' };

describe('staleness', () => {
	test('says nothing without a clock', () => {
		expect(staleness({ reviewBy: '2000-01-01', statusAsOf: '1999' }, undefined)).toEqual({
			isOverdue: false,
			isOld: false
		});
	});

	test('the day of review is still in time, by the calendar of New York', () => {
		expect(staleness(article, new Date('2026-12-25T03:00:00Z')).isOverdue).toBe(false);
		expect(staleness(article, new Date('2026-12-25T12:00:00Z')).isOverdue).toBe(true);
	});

	test('evidence is old after 180 days, counted from the first day of a year or month', () => {
		const now = new Date('2026-05-01T12:00:00Z');

		expect(staleness({ ...article, statusAsOf: '2025-11-10' }, now).isOld).toBe(false);
		expect(staleness({ ...article, statusAsOf: '2025-10-20' }, now).isOld).toBe(true);
		expect(staleness({ ...article, statusAsOf: '2025-11' }, now).isOld).toBe(true);
		expect(staleness({ ...article, statusAsOf: '2026' }, now).isOld).toBe(false);
	});
});

describe('no longer maintained', () => {
	test('the last review is the newest of any article, not of this one', () => {
		const cards = [
			{ changedOn: '2026-10-01', reviewedOn: '2026-11-02' },
			{ changedOn: '2026-11-01' },
			{ changedOn: '2026-09-01', reviewedOn: '2026-09-01' }
		];
		expect(lastReviewOf(cards)).toBe('2026-11-02');
		expect(lastReviewOf([])).toBeUndefined();
	});

	test('begins when 60 days have passed without a review', () => {
		expect(isUnmaintained('2026-11-24', new Date('2027-01-23T00:00:00Z'))).toBe(false);
		expect(isUnmaintained('2026-11-24', new Date('2027-01-23T00:00:01Z'))).toBe(true);
	});
});
