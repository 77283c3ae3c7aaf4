import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('the wait doubles to a quarter of an hour, and is anything between nothing and that', () => {
	expect([1, 2, 3, 4, 5, 6, 7, 1000].map((attempt) => backOffMs(attempt, 1))).toEqual([
		30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000
	]);
	expect(backOffMs(3, 0)).toBe(0);
	expect(backOffMs(3, 0.5)).toBe(60_000);
});
