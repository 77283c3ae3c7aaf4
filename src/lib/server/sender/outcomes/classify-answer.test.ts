import { describe, expect, test } from 'vitest';
import { fail, ok } from '#lib/edition/result.ts';
import type { PostFailure } from '#lib/server/web-push/push-request.ts';
import { classifyAnswer, type AttemptContext } from './classify-answer.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const anAttempt = (about: Partial<AttemptContext> = {}): AttemptContext => ({
	attempt: 1,
	suspectSince: null,
	othersSucceed: true,
	isSmallest: false,
	now: NOW,
	random: 0.5,
	...about
});
const answer = (status: number, about: Partial<AttemptContext> = {}, retryAfter?: string) =>
	classifyAnswer(ok({ status, retryAfter, body: '' }), anAttempt(about));
/** Due so many ms from now. */
const retry = (ms: number, countsAsFailure: boolean) => ({
	kind: 'retry',
	dueAt: new Date(NOW + ms).toISOString(),
	countsAsFailure
});

test.each([200, 201, 202, 204])('%i is accepted', (status) => {
	expect(answer(status)).toEqual({ class: 'accepted', outcome: { kind: 'sent' } });
});

test('410 is gone', () => {
	expect(answer(410)).toEqual({ class: 'gone', outcome: { kind: 'gone' } });
});

describe('404', () => {
	test('is a suspicion the first time', () => {
		expect(answer(404)).toEqual({ class: 'missing', outcome: { kind: 'suspect' } });
	});

	test('is believed a day after the first one, not before', () => {
		const first = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

		expect(answer(404, { suspectSince: first(23.9) }).outcome).toEqual({ kind: 'suspect' });
		expect(answer(404, { suspectSince: first(24) }).outcome).toEqual({ kind: 'gone' });
	});
});

describe('400', () => {
	test('blames the subscription if others at that push service succeed', () => {
		expect(answer(400)).toEqual({ class: 'malformed', outcome: { kind: 'quarantine' } });
	});

	test('blames no subscription if none succeeds: the fault is ours', () => {
		expect(answer(400, { othersSucceed: false }).outcome).toEqual({ kind: 'failed' });
	});
});

describe.each([401, 403])('%i', (status) => {
	test('is about our credentials: due later, and no failure of the subscription', () => {
		expect(answer(status)).toEqual({
			class: 'unauthorized',
			outcome: retry(10 * 60_000 * 1.05, false)
		});
		expect(answer(status, { attempt: 9, othersSucceed: false }).outcome).toEqual(
			retry(10 * 60_000 * 1.05, false)
		);
	});

	test('blames a subscription that never succeeds while others do', () => {
		expect(answer(status, { attempt: 4 }).outcome).toEqual({ kind: 'quarantine' });
	});
});

describe('413', () => {
	test('asks for the smallest message', () => {
		expect(answer(413)).toEqual({ class: 'too-large', outcome: undefined });
	});

	test('fails if that was the smallest, and keeps the subscription', () => {
		expect(answer(413, { isSmallest: true }).outcome).toEqual({ kind: 'failed' });
	});
});

describe('429', () => {
	test.each([
		['30', 30_000],
		['Tue, 24 Nov 2026 12:05:00 GMT', 300_000],
		['99999999', 3_600_000],
		['soon', 60_000],
		[undefined, 60_000]
	])('pauses the push service, Retry-After: %s', (retryAfter, pauseMs) => {
		expect(answer(429, {}, retryAfter)).toEqual({
			class: 'slow-down',
			pauseMs,
			outcome: retry(pauseMs * 1.05, false)
		});
	});
});

describe('what passes', () => {
	test.each([500, 502, 503, 504, 408])('%i is retried, with jitter', (status) => {
		expect(answer(status)).toEqual({ class: 'passing', outcome: retry(15_000, true) });
		expect(answer(status, { attempt: 3 }).outcome).toEqual(retry(60_000, true));
	});

	test('503 with a time is not retried before', () => {
		expect(answer(503, {}, '120').outcome).toEqual(retry(120_000, true));
	});

	test.each<PostFailure>(['timeout', 'unreachable', 'not-public'])(
		'%s is tried again, with jitter',
		(code) => {
			expect(classifyAnswer(fail(code), anAttempt())).toEqual({
				class: code,
				outcome: retry(15_000, true)
			});
		}
	);
});

test.each([301, 302, 307, 308])('%i is a failure, and not followed', (status) => {
	expect(answer(status)).toEqual({ class: 'redirect', outcome: retry(15_000, true) });
});

test.each([402, 405, 411, 418, 199])('%i is a failure that keeps the subscription', (status) => {
	expect(answer(status)).toEqual({ class: 'refused', outcome: { kind: 'failed' } });
});
