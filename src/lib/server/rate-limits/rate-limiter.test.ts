import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

function aLimiter(perMinute: number, maxBuckets?: number) {
	const clock = { now: Date.parse('2026-11-24T12:00:00Z') };
	return { clock, ...createRateLimiter({ perMinute }, () => clock.now, maxBuckets) };
}
const times = (count: number, take: () => number): number[] => Array.from({ length: count }, take);

test('a burst passes at once, and then each has to wait for the next to be free', () => {
	const { take, clock } = aLimiter(30);
	expect(times(30, () => take('a'))).toEqual(times(30, () => 0));
	expect(take('a')).toBe(2);
	clock.now += 2000;
	expect(take('a')).toBe(0);
	expect(take('a')).toBe(2);
});

test('asking how long to wait takes nothing', () => {
	const { take, waitSeconds } = aLimiter(1);
	expect([waitSeconds('a'), waitSeconds('a')]).toEqual([0, 0]);
	take('a');
	expect([waitSeconds('a'), waitSeconds('b'), take('b')]).toEqual([60, 0, 0]);
});

test('a client that floods does not slow others', () => {
	const { take } = aLimiter(1);
	expect(times(3, () => take('a'))).toEqual([0, 60, 60]);
	expect(take('b')).toBe(0);
});

test('clients that keep asking are let in again as soon as clients that wait', () => {
	const { take, clock } = aLimiter(60);
	times(60, () => take('a'));
	for (let i = 0; i < 4; i += 1) {
		clock.now += 250;
		expect(take('a')).toBe(i < 3 ? 1 : 0);
	}
});

test('a new day begins with nothing known', () => {
	const { take, clock } = aLimiter(1);
	take('a');
	expect(take('a')).toBe(60);
	clock.now = Date.parse('2026-11-25T00:00:00Z');
	expect(take('a')).toBe(0);
});

test('a clock that is set back locks nobody out', () => {
	const { take, clock } = aLimiter(2);
	take('a');
	clock.now -= 3_600_000;
	expect(take('a')).toBe(0);
});

test('a flood of addresses takes no more memory than the maximum number of buckets', () => {
	const { take } = aLimiter(1, 3);
	for (const key of ['a', 'b', 'c', 'd']) take(key);
	// the oldest was forgotten, the others are known
	expect([take('d'), take('c'), take('b')]).toEqual([60, 60, 60]);
	expect(take('a')).toBe(0);
});
