import { expect, test } from 'vitest';
import { Breaker } from './breaker.ts';

const aBreaker = (): Breaker => new Breaker({ threshold: 3, restMs: 100, maxRestMs: 300 });

/** Failures in a row, and which of them opened it. */
const failTimes = (breaker: Breaker, times: number, now: number): boolean[] =>
	Array.from({ length: times }, () => breaker.fail(now));

test('it opens after a number of failures in a row, and reports it once', () => {
	const breaker = aBreaker();
	expect(failTimes(breaker, 2, 0)).toEqual([false, false]);
	breaker.succeed();

	expect(failTimes(breaker, 5, 0)).toEqual([false, false, true, false, false]);
	expect([breaker.state, breaker.mayStart(99), breaker.waitMs(40)]).toEqual(['open', false, 60]);
});

test('after its rest it lets one attempt through, which decides', () => {
	const breaker = aBreaker();
	failTimes(breaker, 3, 0);

	expect([breaker.mayStart(100), breaker.mayStart(100), breaker.state]).toEqual([
		true,
		false,
		'half-open'
	]);
	breaker.succeed();
	expect([breaker.state, breaker.mayStart(101), breaker.mayStart(101)]).toEqual([
		'closed',
		true,
		true
	]);
});

test('each failed attempt doubles the rest, up to a limit', () => {
	const breaker = aBreaker();
	failTimes(breaker, 3, 0);
	const rests = [100, 300, 600, 900].map((now) => {
		breaker.mayStart(now);
		breaker.fail(now);
		return breaker.waitMs(now);
	});

	expect(rests).toEqual([200, 300, 300, 300]);
});

test('an attempt without a verdict lets another one through', () => {
	const breaker = aBreaker();
	failTimes(breaker, 3, 0);
	breaker.mayStart(100);
	breaker.abstain();

	expect([breaker.state, breaker.mayStart(100)]).toEqual(['open', true]);
});
