import { describe, expect, test } from 'vitest';
import { measured, median, verdictOf } from './figure.ts';
import { toTable } from './table.ts';

describe('the median', () => {
	test('is the middle one, whatever the order', () => {
		expect(median([9, 1, 5])).toBe(5);
	});

	test('of an even number lies between the two in the middle', () => {
		expect(median([4, 1, 3, 100])).toBe(3.5);
	});

	test('of nothing is a mistake', () => {
		expect(() => median([])).toThrow();
	});
});

describe('the table', () => {
	const figure = { title: 'Search, warm', unit: 'ms', must: 32, best: '29 ms' } as const;

	test('says what is within its limit, and what is not', () => {
		expect(verdictOf(measured(figure, [32]))).toBe('ok');
		expect(verdictOf(measured(figure, [32.1]))).toBe('MISSED');
		expect(verdictOf(measured({ title: 'x', unit: 'kB' }, [1]))).toBe('info');
	});

	test('has one line a figure, with its limit beside it', () => {
		const lines = toTable([measured(figure, [40.4, 50, 30])]).split('\n');
		expect(lines.at(-1)).toMatch(/^Search, warm\s+40 ms\s+≤ 32 ms\s+MISSED\s+29 ms$/);
		expect(lines).toHaveLength(3);
	});
});
