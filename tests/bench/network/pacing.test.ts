import { describe, expect, test } from 'vitest';
import { createLine, reserve } from './pacing.ts';

describe('the line of the slow network', () => {
	test('carries 200 bytes a millisecond at 1.6 Mbit/s', () => {
		const line = createLine(1.6, 0);
		expect(reserve(line, 200_000, 5000)).toBe(6000);
	});

	test('makes the second sender wait behind the first, whoever it is', () => {
		const line = createLine(1.6, 0);
		reserve(line, 1000, 100);
		expect(reserve(line, 1000, 101)).toBe(110);
	});

	test('does not save up speed while nobody sends', () => {
		const line = createLine(1.6, 0);
		reserve(line, 1000, 0);
		expect(reserve(line, 1000, 60_000)).toBe(60_005);
	});

	test('catches up on a late timer, and on no more than the burst', () => {
		const line = createLine(1.6, 10);
		reserve(line, 1000, 1000);
		// the last slice arrived at 995 of the line's time; the timer woke 8 ms later
		expect(reserve(line, 1000, 1003)).toBe(1000);
		expect(reserve(line, 1000, 2000)).toBe(1995);
	});

	test('keeps its speed over many slices of late timers', () => {
		const line = createLine(1.6, 10);
		let now = 1000;
		for (let slice = 0; slice < 1000; slice += 1) now = reserve(line, 1460, now) + 1.5;
		const expected = 1000 + (1000 * 1460) / 200;
		expect(Math.abs(now - expected)).toBeLessThan(15);
	});
});
