import { expect, test } from 'vitest';
import type { AnnouncementProgress } from '#lib/server/announcements/announcements.ts';
import type { LogFields } from '#lib/server/process/log.ts';
import { advanceAnnouncements } from './advance-announcements.ts';
import { forgetUnseen } from './forget-unseen.ts';
import { createDeliveryWatchdog } from './delivery-watchdog.ts';

function aLog() {
	const lines: (readonly [string, LogFields])[] = [];
	const log = (event: string, fields: LogFields = {}): void => void lines.push([event, fields]);
	return { lines, log };
}
const away = (): Promise<never> => Promise.reject(new TypeError('no database'));

test('announcements are advanced at once while there is work, and the sender is woken', async () => {
	const { lines, log } = aLog();
	let told = 0;
	const steps = [{ edition: 57, step: 'fanned-out', count: 5000 }] as const;
	const onProgress = (): void => void (told += 1);
	const ports = (isBusy: boolean, done: typeof steps | []) => {
		return { announcements: { advance: () => Promise.resolve({ isBusy, steps: done }) }, log };
	};
	expect(await advanceAnnouncements({ ...ports(true, steps), onProgress })).toBe(0);
	expect(await advanceAnnouncements({ ...ports(false, []), onProgress })).toBe(1000);
	expect(told).toBe(1);
	expect(lines).toEqual([['announcement-fanned-out', { edition: 57, count: 5000 }]]);
});

test('a database that is away raises an alert, and is tried again', async () => {
	const { lines, log } = aLog();
	const onProgress = (): void => undefined;
	const waitMs = await advanceAnnouncements({ announcements: { advance: away }, log, onProgress });
	expect(waitMs).toBeGreaterThan(0);
	expect(await forgetUnseen({ subscriptions: { deleteUnseen: away }, log })).toBeGreaterThan(0);
	const watch = createDeliveryWatchdog({
		...{ announcements: { list: away }, watchdogMinutes: 60, log, now: () => new Date() }
	});
	expect(await watch()).toBeGreaterThan(0);
	expect(lines.map(([event, { alert }]) => [event, alert])).toEqual([
		['announcements-stuck', true],
		['forgetting-failed', true],
		['watchdog-blind', true]
	]);
});

test('an announcement that is not finished in time raises one alert, however long it takes', async () => {
	const { lines, log } = aLog();
	const progress = {
		edition: 57,
		severity: 'routine',
		heldUntil: '2026-11-24T12:00:00.000Z',
		waiting: 11
	} as const;
	let state: AnnouncementProgress['state'] = 'sending';
	let now = new Date('2026-11-24T13:00:00Z');
	const list = () => Promise.resolve([{ ...progress, state } as AnnouncementProgress]);
	const watch = createDeliveryWatchdog({
		...{ announcements: { list }, watchdogMinutes: 60, log, now: () => now }
	});
	await watch();
	expect(lines).toEqual([]);
	now = new Date('2026-11-24T13:00:01Z');
	await watch();
	await watch();
	expect(lines).toHaveLength(1);
	expect(lines[0]).toEqual([
		'announcement-late',
		{ alert: true, edition: 57, severity: 'routine', state: 'sending', waiting: 11 }
	]);
	state = 'done';
	await watch();
	expect(lines).toHaveLength(1);
});

test('unseen subscriptions are deleted in slices, and then once a day', async () => {
	const { lines, log } = aLog();
	const left = [5000, 12, 0];
	const subscriptions = { deleteUnseen: () => Promise.resolve(left.shift() ?? 0) };
	expect(await forgetUnseen({ subscriptions, log })).toBeLessThan(1000);
	await forgetUnseen({ subscriptions, log });
	expect(await forgetUnseen({ subscriptions, log })).toBe(86_400_000);
	expect(lines.map(([, { count }]) => count)).toEqual([5000, 12]);
});
