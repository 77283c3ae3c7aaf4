import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { migrate, migrations } from '#lib/server/database/migrations/migrate.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import { openStore } from '#lib/server/store/open-store.ts';
import {
	anAnnouncement,
	anOpenStore,
	aSubscription,
	describeStores
} from '#tests/support/server/stores.ts';

/** What a release of each version wrote, in SQL because its code is gone. Index 0 is version 1. */
const written: readonly ((db: ServerDatabase) => Promise<unknown>)[] = [
	async ({ query }) => {
		await sql`insert into push_service (origin) values ('https://push.example')`.execute(query);
		await sql`insert into subscription (push_service_id, endpoint, p256dh, auth, vapid_key_id,
			created_month, last_seen_month, management_token_hash)
			values (1, 'https://push.example/send/1', ${'1'.padStart(87, 'k')}, ${'1'.padStart(22, 'a')},
			${'v'.repeat(43)}, '2026-01', '2026-10', 'hash')`.execute(query);
	},
	async ({ query }) => {
		await sql`insert into edition_announcement (edition, sha256, severity, proof, approvals, state,
			accepted_at, held_until, expires_at)
			values (56, ${'56'.padStart(64, '0')}, 'routine', 'p', '["one"]', 'held', 1, 1, ${Date.now() + 3_600_000})`.execute(
			query
		);
	},
	async ({ query }) => {
		await sql`insert into delivery_tally (edition, ending, count) values (56, 'sent', 9)`.execute(
			query
		);
	},
	// version 4: an index, and no new column
	() => Promise.resolve(),
	// version 5: other spellings of endpoints, in a test of their own below
	() => Promise.resolve(),
	// version 6: a column that is computed
	() => Promise.resolve()
];

describeStores('migrations', (aNewStore) => {
	for (const [index] of migrations.entries()) {
		test(`a database of version ${String(index + 1)} keeps its rows and works`, async () => {
			const settings = aNewStore();
			const old = await openDatabase(settings);
			for (const [step, write] of written.slice(0, index + 1).entries()) {
				await migrate(old, step + 1);
				await write(old);
			}
			await old.query.destroy();

			const store = await anOpenStore(settings);
			expect(await store.statistics.countByMonth()).toMatchObject([
				{ created: '2026-01', lastSeen: '2026-10', count: 1 }
			]);
			expect(await store.subscriptions.save(aSubscription(1))).toMatchObject({
				value: { isNew: false }
			});
			if (index > 0) expect(await store.announcements.find(56)).toMatchObject({ state: 'held' });
			if (index > 1) {
				expect(await store.announcements.find(56)).toMatchObject({ ended: { sent: 9 } });
			}
			const announcement = anAnnouncement(57);
			await store.announcements.accept({ announcement, approvals: [], holdMinutes: 0 });
			while ((await store.announcements.advance()).isBusy);
			expect(await store.outbox.leaseDeliveries(9, 60_000)).toHaveLength(1);
		});
	}

	test('there is a row written for each version', () => {
		expect(written).toHaveLength(migrations.length);
	});

	test('endpoints that were stored in several spellings become one row, that of the phone', async () => {
		const settings = aNewStore();
		const old = await openDatabase(settings);
		await migrate(old, 4);
		const { endpoint } = aSubscription(1);
		const spellings = [`${endpoint}#1`, endpoint, endpoint.replace('//push', '//PUSH')];
		await sql`insert into push_service (origin) values ('https://push.example')`.execute(old.query);
		for (const it of [...spellings, 'https://push.example/./send/2']) {
			await sql`insert into subscription (push_service_id, endpoint, p256dh, auth, vapid_key_id,
				created_month, last_seen_month, management_token_hash)
				values (1, ${it}, 'k', 'a', 'v', '2026-01', '2026-10', ${it})`.execute(old.query);
		}
		await old.query.destroy();
		await anOpenStore(settings);
		const db = await openDatabase(settings);
		const rows = await db.query
			.selectFrom('subscription')
			.select(['endpoint', 'management_token_hash as token'])
			.orderBy('id')
			.execute();
		await db.query.destroy();
		expect(rows.map((row) => ({ ...row }))).toEqual([
			{ endpoint, token: endpoint },
			{ endpoint: 'https://push.example/send/2', token: 'https://push.example/./send/2' }
		]);
	});

	test('a database of a newer release is refused, and says so', async () => {
		const settings = aNewStore();
		await (await openStore(settings)).close();
		const db = await openDatabase(settings);
		await db.query.updateTable('schema_version').set({ version: 99 }).execute();
		await db.query.destroy();
		await expect(openStore(settings)).rejects.toThrow(/version 99/);
	});
});
