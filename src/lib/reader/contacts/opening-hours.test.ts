import { describe, expect, test } from 'vitest';
import { formatHours, formatTime, isOpen } from './opening-hours.ts';

const OFFICE = [
	{ days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, open: '09:00', close: '18:00' }
].map(({ days, ...times }) => ({ days: [...days], ...times }));

describe('isOpen', () => {
	test.each([
		['opens at nine by New York time, in winter', '2026-11-24T14:00:00Z', true],
		['is closed a minute before', '2026-11-24T13:59:00Z', false],
		['opens an hour earlier by the world’s clock in summer', '2026-07-07T13:00:00Z', true],
		['is closed at six', '2026-11-24T23:00:00Z', false],
		['is closed on a Saturday', '2026-11-28T15:00:00Z', false],
		['is still Friday in New York when it is Saturday in London', '2026-11-28T00:30:00Z', false]
	])('%s', (_, now, expected) => {
		expect(isOpen(OFFICE, new Date(now))).toBe(expected);
	});

	test('midnight belongs to the new day', () => {
		const night = [{ days: ['sat' as const], open: '00:00', close: '01:00' }];

		expect(isOpen(night, new Date('2026-11-28T05:30:00Z'))).toBe(true);
	});
});

describe('formatHours', () => {
	const spaces = /\s/g;

	test('joins days that follow each other', () => {
		const text = formatHours('en', { days: ['mon', 'tue', 'wed'], open: '09:00', close: '17:30' });

		expect(text.replace(spaces, ' ')).toBe('Monday – Wednesday, 9 am – 5:30 pm');
	});

	test('lists days that do not', () => {
		const text = formatHours('en', { days: ['mon', 'wed', 'fri'], open: '09:00', close: '10:00' });

		expect(text).toContain('Monday, Wednesday, Friday');
	});

	test('brings its own days where browsers have none', () => {
		const text = formatHours('ht', { days: ['mon', 'sun'], open: '09:00', close: '17:00' });

		expect(text).toBe('lendi, dimanch, 09:00 – 17:00');
	});
});

test('an hour is written as its language writes it', () => {
	const written = (['en', 'es', 'fr', 'ht'] as const).map((lang) => formatTime(lang, '22:00'));
	expect(written.map((text) => text.replace(/\s/g, ' '))).toEqual([
		...['10 pm', '10 p.m.', '22:00', '22:00']
	]);
});
