import type { AnnouncementProgress as Stored } from '#lib/server/announcements/announcements.ts';
import type { Backend } from '#lib/server/backend/backend.ts';
import type { Statistics } from '#lib/server/statistics/statistics.ts';
import { isLate } from '#lib/server/announcements/is-late.ts';
import type { AnnouncementProgress, MonthCount, Overview } from './overview.ts';
import { readExpiries } from '#lib/server/trusted-edition/read-expiries.ts';

/** How many announcements are shown, the newest first. */
const ANNOUNCEMENTS = 50;

export async function countSubscriptions({ countByMonth }: Statistics): Promise<number> {
	return (await countByMonth()).reduce((sum, { count }) => sum + count, 0);
}

/** Reads everything that the operator's pages show. */
export async function readOverview({
	store,
	settings,
	anchor,
	senderStatus,
	now
}: Pick<Backend, 'store' | 'settings' | 'anchor' | 'senderStatus' | 'now'>): Promise<Overview> {
	const at = now();
	const [rows, stored, quarantined, pushHosts, expiries] = await Promise.all([
		store.statistics.countByMonth(),
		store.announcements.list(ANNOUNCEMENTS),
		store.statistics.countQuarantined(),
		store.statistics.countHosts(),
		readExpiries({ anchor, publishedDir: settings.publishedDir }, at)
	]);
	return {
		subscriptions: rows.reduce((sum, { count }) => sum + count, 0),
		maxSubscriptions: settings.maxSubscriptions,
		pushHosts,
		maxPushHosts: settings.maxPushHosts,
		quarantined,
		expiries,
		months: toMonths(rows),
		announcements: stored.map((it) => toProgress(it, isLate(it, settings.watchdogMinutes, at))),
		sender: senderStatus()
	};
}

function toProgress(it: Stored, late: boolean): AnnouncementProgress {
	const { edition, severity, state, heldUntil, expiresAt, waiting, ended } = it;
	const deliveries = { waiting, ...ended };
	return { edition, severity, state, sendsAt: heldUntil, expiresAt, isLate: late, deliveries };
}

function toMonths(rows: Awaited<ReturnType<Statistics['countByMonth']>>): MonthCount[] {
	const months = new Map<string, { created: number; lastSeen: number }>();
	const add = (month: string, key: 'created' | 'lastSeen', count: number): void => {
		const before = months.get(month) ?? { created: 0, lastSeen: 0 };
		months.set(month, { ...before, [key]: before[key] + count });
	};
	for (const { created, lastSeen, count } of rows) {
		add(created, 'created', count);
		add(lastSeen, 'lastSeen', count);
	}
	return [...months]
		.map(([month, counts]) => ({ month, ...counts }))
		.sort((a, b) => b.month.localeCompare(a.month));
}
