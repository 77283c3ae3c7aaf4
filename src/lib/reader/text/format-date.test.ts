import { describe, expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { formatDate, formatInstant, formatShort, localDay } from './format-date.ts';

describe('formatDate', () => {
	test('is as exact as the date is', () => {
		expect(formatDate('en', '2025-01-18')).toBe('January 18, 2025');
		expect(formatDate('en', '2025-01')).toBe('January 2025');
		expect(formatDate('en', '2025')).toBe('2025');
	});

	test('writes the day of the calendar, wherever the machine is', () => {
		expect(formatDate('es', '2026-11-01')).toBe('1 de noviembre de 2026');
	});

	test('brings its own months where browsers have none', () => {
		expect(formatDate('ht', '2026-11-24')).toBe('24 novanm 2026');
		expect(formatDate('sq', '2026-11-24')).toBe('24 nëntor 2026');
		expect(formatDate('uz-Latn', '2026-11-24')).toBe('24-noyabr, 2026');
		expect(formatDate('ht', '2026-02')).toBe('fevriye 2026');
	});

	test.each(LANGUAGE_TAGS)('writes Latin digits in %s, as on papers and keypads', (lang) => {
		expect(formatDate(lang, '2026-11-24')).toContain('2026');
		expect(formatDate(lang, '2026-11-24')).toContain('24');
	});
});

describe('days of New York', () => {
	test('an instant after midnight in London is still the day before', () => {
		expect(localDay(new Date('2026-11-25T03:00:00Z'))).toBe('2026-11-24');
		expect(formatInstant('en', '2026-11-25T03:00:00.000Z')).toBe('November 24, 2026');
	});

	test('a short day has no year', () => {
		expect(formatShort('en', '2026-11-25T03:00:00.000Z')).toBe('Nov 24');
		expect(formatShort('ht', '2026-11-25T03:00:00.000Z')).toBe('24 novanm');
	});
});
