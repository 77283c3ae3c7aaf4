import { expect, test } from 'vitest';
import { knownTime } from './known-time.ts';

type Trust = Parameters<typeof knownTime>[0];

const trusting = (head: string | undefined, installed: string): Trust =>
	({
		installed: { issued: installed },
		...(head && { seen: { head: { issued: head } } })
	}) as Trust;

test.each([
	['the clock, where nothing was signed', undefined, '2026-11-30T12:00:00.000Z'],
	[
		'the clock, where it is later than what was signed',
		trusting('2026-11-29T00:00:00Z', '2026-11-28T00:00:00Z'),
		'2026-11-30T12:00:00.000Z'
	],
	[
		'the newest head, where the clock runs behind it',
		trusting('2026-12-05T00:00:00Z', '2026-11-28T00:00:00Z'),
		'2026-12-05T00:00:00.000Z'
	],
	[
		'the edition on screen, where no head is known',
		trusting(undefined, '2026-12-01T00:00:00Z'),
		'2026-12-01T00:00:00.000Z'
	]
])('is %s', (_, trust, time) => {
	expect(knownTime(trust, new Date('2026-11-30T12:00:00Z')).toISOString()).toBe(time);
});
