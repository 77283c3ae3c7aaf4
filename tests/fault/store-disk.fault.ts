import { copyFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { createAnnouncements } from '#lib/server/announcements/create-announcements.ts';
import { createOutbox } from '#lib/server/outbox/create-outbox.ts';
import { createSubscriptions } from '#lib/server/subscriptions/create-subscriptions.ts';
import { migrate } from '#lib/server/database/migrations/migrate.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import {
	advanceFully,
	anAnnouncedStore,
	anAnnouncement,
	anOpenStore,
	aSubscription
} from '#tests/support/server/stores.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

const aFile = () => join(aTemporaryFolder(), 'handrail.sqlite');
const MINUTE_MS = 60_000;
/** Of SQLite: https://www.sqlite.org/rescode.html */
const [BUSY, FULL] = [5, 13];
const errorCode = (error: unknown) => (error as { errcode?: number }).errcode;

/** A database that cannot grow by more than a few pages. */
async function aNearlyFullDatabase(databaseFile: string): Promise<ServerDatabase> {
	const db = await openDatabase({ databaseFile });
	onTestFinished(() => db.query.destroy());
	await migrate(db);
	return db;
}

/** A store whose file another process holds until `release`. */
async function aHeldStore() {
	const databaseFile = aFile();
	const store = await anOpenStore({ databaseFile });
	const other = new DatabaseSync(databaseFile);
	onTestFinished(() => {
		other.close();
	});
	other.exec('begin immediate');
	return {
		store,
		release: () => {
			other.exec('rollback');
		}
	};
}

async function limitPages(db: ServerDatabase, more: number): Promise<void> {
	const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db.query);
	const most = (rows[0]?.page_count ?? 0) + more;
	await sql`pragma max_page_count = ${sql.lit(most)}`.execute(db.query);
}

test('a full disk refuses new subscriptions, and loses none of those that it accepted', async () => {
	const databaseFile = aFile();
	const db = await aNearlyFullDatabase(databaseFile);
	const subscriptions = createSubscriptions(db, Date.now);
	await limitPages(db, 8);
	let accepted = 0;
	const trouble = await (async () => {
		for (; accepted < 10_000; accepted += 1) await subscriptions.save(aSubscription(accepted));
	})().catch(errorCode);
	expect(trouble).toBe(FULL);
	expect(accepted).toBeGreaterThan(10);

	// somebody made room
	await limitPages(db, 1000);
	expect(await subscriptions.save(aSubscription(accepted))).toMatchObject({ ok: true });
	const { rows } = await sql<{ count: number }>`select count(*) as count from subscription`.execute(
		db.query
	);
	expect(rows[0]?.count).toBe(accepted + 1);
});

test('a disk that fills while a fan-out is made leaves whole slices, and it goes on later', async () => {
	const databaseFile = aFile();
	const db = await aNearlyFullDatabase(databaseFile);
	const subscriptions = createSubscriptions(db, Date.now);
	await subscriptions.save(aSubscription(0));
	await sql`insert into subscription (push_service_id, endpoint, p256dh, auth, vapid_key_id,
		created_month, last_seen_month, management_token_hash)
		with recursive row (n) as (select 1 union all select n + 1 from row where n < 11999)
		select 1, n, 'k', 'a', 'v', '2026-11', '2026-11', 'h' from row`.execute(db.query);
	const announcements = createAnnouncements(db);
	await announcements.accept({ announcement: anAnnouncement(57), approvals: [], holdMinutes: 0 });
	await announcements.advance();
	await limitPages(db, 100);
	const trouble = await (async () => {
		while ((await announcements.advance()).isBusy);
	})().catch(errorCode);
	expect(trouble).toBe(FULL);
	expect(((await announcements.find(57))?.waiting ?? 0) % 5000).toBe(0);

	await limitPages(db, 10_000);
	while ((await announcements.advance()).isBusy);
	expect(await announcements.find(57)).toMatchObject({ isFannedOut: true, waiting: 12_000 });
});

test('a file that another process holds is waited for, then said to be busy; nothing is lost', async () => {
	const { store, release } = await aHeldStore();
	const trouble = await store.subscriptions.save(aSubscription(1)).catch(errorCode);
	expect(trouble).toBe(BUSY);
	release();
	expect(await store.subscriptions.save(aSubscription(1))).toMatchObject({ ok: true });
}, 30_000);

test('while the file is held by another process, pages are served at once', async () => {
	const { store } = await aHeldStore();
	const server = createServer((_request, response) => response.end('a page'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	onTestFinished(() => {
		server.close();
	});
	const order: string[] = [];
	const saving = store.subscriptions
		.save(aSubscription(1))
		.catch(errorCode)
		.then((outcome) => order.push(outcome === BUSY ? 'busy' : 'saved'));
	for (let page = 0; page < 5; page += 1) {
		order.push(await (await fetch(`http://127.0.0.1:${String(port)}/`)).text());
	}
	await saving;
	expect(order).toEqual([...Array.from({ length: 5 }, () => 'a page'), 'busy']);
}, 30_000);

test('those who wait for the file wait no longer than is bearable, and then are told', async () => {
	const { store, release } = await aHeldStore();
	const saves = Array.from({ length: 20 }, (_, number) =>
		store.subscriptions.save(aSubscription(number)).catch(errorCode)
	);
	// one after the other they would take longer than this test may
	expect(new Set(await Promise.all(saves))).toEqual(new Set([BUSY]));
	release();
	expect(await store.subscriptions.save(aSubscription(1))).toMatchObject({ ok: true });
}, 45_000);

test('a backup that is put back waits, so that what was cancelled since can be cancelled again', async () => {
	let skewMs = 0;
	const databaseFile = aFile();
	const store = await anOpenStore({ databaseFile });
	await anAnnouncedStore(store, 3);
	await store.close();
	const backup = `${databaseFile}.backup`;
	copyFileSync(databaseFile, backup);
	expect(existsSync(`${databaseFile}-wal`)).toBe(false);

	skewMs = 20 * MINUTE_MS;
	const restored = await anOpenStore({ databaseFile: backup }, () => skewMs);
	expect(await restored.outbox.leaseDeliveries(200, MINUTE_MS)).toEqual([]);
	const { steps } = await restored.announcements.advance();
	expect(steps).toEqual([{ edition: 57, step: 'held-again', count: 0 }]);
	expect(await restored.outbox.leaseDeliveries(200, MINUTE_MS)).toEqual([]);
	expect(await restored.announcements.cancel(anAnnouncement(57))).toMatchObject({ ok: true });
	skewMs = 31 * MINUTE_MS;
	await advanceFully(restored);
	expect(await restored.outbox.leaseDeliveries(200, MINUTE_MS)).toEqual([]);
	expect(await restored.announcements.find(57)).toMatchObject({ state: 'cancelled', waiting: 0 });
});

test('a backup that is put back repeats the announcement that was under way, once', async () => {
	let skewMs = 0;
	const databaseFile = aFile();
	const store = await anOpenStore({ databaseFile });
	await anAnnouncedStore(store, 3);
	await store.close();

	skewMs = 20 * MINUTE_MS;
	const restored = await anOpenStore({ databaseFile }, () => skewMs);
	await advanceFully(restored);
	for (; skewMs < 32 * MINUTE_MS; skewMs += MINUTE_MS) await advanceFully(restored);
	expect(await restored.outbox.leaseDeliveries(200, MINUTE_MS)).toHaveLength(3);
	expect(await restored.outbox.leaseDeliveries(200, MINUTE_MS)).toEqual([]);
});

test('a backup that is put back after its announcement expired or was cancelled sends nothing', async () => {
	let skewMs = 0;
	const databaseFile = aFile();
	const store = await anOpenStore({ databaseFile });
	await anAnnouncedStore(store, 3, anAnnouncement(57, { hours: 1, severity: 'critical' }));
	await store.announcements.accept({
		announcement: anAnnouncement(58, { hours: 47 }),
		approvals: [],
		holdMinutes: 0
	});
	await store.announcements.cancel(anAnnouncement(58));
	await store.close();

	skewMs = 2 * 60 * MINUTE_MS;
	const db = await openDatabase({ databaseFile }, () => skewMs);
	onTestFinished(() => db.query.destroy());
	const [announcements, outbox] = [createAnnouncements(db), createOutbox(db)];
	for (; skewMs < 150 * MINUTE_MS; skewMs += MINUTE_MS) {
		while ((await announcements.advance()).isBusy);
		expect(await outbox.leaseDeliveries(200, MINUTE_MS)).toEqual([]);
	}
	expect(await announcements.list(2)).toMatchObject([
		{ edition: 58, state: 'cancelled' },
		{ edition: 57, state: 'expired', ended: { expired: 3 } }
	]);
});
