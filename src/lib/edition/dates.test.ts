import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dayMs, hasExpired, instantMs } from './dates.ts';
import { Day, Instant, PartialDate } from './vocabulary.ts';

const now = new Date('2026-11-24T12:00:00Z');

describe('an instant', () => {
	test.each(['2026-11-24T12:00:00.000Z', '2026-11-24T12:00:00Z', '2028-02-29T23:59:59.999Z'])(
		'is %s',
		(text) => {
			expect(instantMs(text)).toBe(new Date(text).getTime());
			expect(v.is(Instant, text)).toBe(true);
		}
	);

	test.each([
		['another zone', '2027-11-24T12:00:00.000+00:00'],
		['half a zone', '2027-11-24T12:00:00.000+00'],
		['no zone', '2027-11-24T12:00:00.000'],
		['no seconds', '2027-11-24T12:00Z'],
		['a space', '2027-11-24 12:00:00Z'],
		['a small z', '2027-11-24T12:00:00z'],
		['a day alone', '2027-11-24'],
		['30 February', '2027-02-30T12:00:00.000Z'],
		['29 February of another year', '2027-02-29T12:00:00.000Z'],
		['31 April', '2027-04-31T12:00:00.000Z'],
		['the 24th hour', '2027-11-24T24:00:00.000Z'],
		['a leap second', '2027-11-24T23:59:60.000Z'],
		['month 13', '2027-13-01T00:00:00.000Z'],
		['the last year there is', '+275760-09-13T00:00:00.000Z'],
		['a year of six digits', '275760-09-13T00:00:00.000Z'],
		['a year before Christ', '-000001-01-01T00:00:00.000Z'],
		['more digits', '2027-11-24T12:00:00.000000Z'],
		['something behind it', '2027-11-24T12:00:00.000Z\n'],
		['words', 'never'],
		['nothing', '']
	])('is not %s, which counts as expired', (_name, text) => {
		expect(instantMs(text)).toBeNaN();
		expect(hasExpired(text, now)).toBe(true);
		expect(v.is(Instant, text)).toBe(false);
	});

	test('has passed at the very instant', () => {
		expect(hasExpired('2026-11-24T12:00:00.000Z', now)).toBe(true);
		expect(hasExpired('2026-11-24T12:00:00.001Z', now)).toBe(false);
		expect(hasExpired('2027-11-24T12:00:00.000Z', new Date(NaN))).toBe(true);
	});
});

test('a day, a month and a year must exist', () => {
	expect(dayMs('2026-11-24')).toBe(Date.UTC(2026, 10, 24));
	expect(dayMs('2026-11')).toBe(Date.UTC(2026, 10, 1));
	expect(dayMs('2026')).toBe(Date.UTC(2026, 0, 1));
	for (const it of ['2026-02-30', '2026-13', '2026-1-1', '26', '2026-11-24T', '', '20261']) {
		expect(dayMs(it), it).toBeNaN();
		expect(v.is(PartialDate, it), it).toBe(false);
		expect(v.is(Day, it), it).toBe(false);
	}
	expect(v.is(Day, '2026-02-28')).toBe(true);
	expect(v.is(PartialDate, '2026-02')).toBe(true);
	expect(v.is(Day, '2026-02')).toBe(false);
});
