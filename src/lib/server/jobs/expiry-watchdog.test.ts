import { expect, test } from 'vitest';
import type { LogFields } from '#lib/server/process/log.ts';
import type { Expiry } from '#lib/server/trusted-edition/read-expiries.ts';
import { createExpiryWatchdog } from './expiry-watchdog.ts';

const DAY_MS = 86_400_000;

test('what expires within three days raises an alert once a day, and so does what phones would refuse', async () => {
	const lines: (LogFields & { readonly event: string })[] = [];
	let at = Date.parse('2026-11-24T12:00:00Z');
	const ends = { root: 300, edition: 40, head: 7 };
	let isTrusted = true;
	const watch = createExpiryWatchdog({
		readExpiries: (now) => {
			const passed = (now.getTime() - Date.parse('2026-11-24T12:00:00Z')) / DAY_MS;
			const expiries = (['root', 'edition', 'head'] as const).map((what): Expiry => {
				return { what, version: 9, expires: '', daysLeft: ends[what] - passed };
			});
			return Promise.resolve(isTrusted ? expiries : undefined);
		},
		log: (event, fields = {}) => void lines.push({ event, ...fields }),
		now: () => new Date(at)
	});
	const passDays = async (days: number): Promise<void> => {
		for (let hour = 0; hour < days * 24; hour += 1) {
			expect(await watch()).toBe(3_600_000);
			at += 3_600_000;
		}
	};
	await passDays(4);
	expect(lines).toEqual([]);
	await passDays(1);
	const head = { event: 'expires-soon', alert: true, what: 'head', version: 9 };
	expect(lines).toEqual([{ ...head, daysLeft: 2.9 }]);
	await passDays(3);
	expect(lines.map(({ daysLeft }) => daysLeft)).toEqual([2.9, 1.9, 0.9, -0.1]);
	isTrusted = false;
	await passDays(2);
	expect(lines.slice(4)).toEqual([
		{ event: 'edition-not-trusted', alert: true },
		{ event: 'edition-not-trusted', alert: true }
	]);
});
