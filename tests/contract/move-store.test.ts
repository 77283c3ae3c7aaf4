import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Schema } from '#lib/server/database/server-schema.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import type { StoreSettings } from '#lib/server/store/store.ts';
import { startPostgres, type TestPostgres } from '#tests/support/server/start-postgres.ts';
import { anAnnouncedStore, anOpenStore, aSubscription } from '#tests/support/server/stores.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

const LONG_MS = 60_000;
let postgres: TestPostgres | undefined;
beforeAll(async () => {
	postgres = await startPostgres();
}, LONG_MS);
afterAll(() => postgres?.stop());

/** A file that was used: some rows sent, some waiting, some removed, so that ids have gaps, also at the end. */
async function aFileInUse(): Promise<string> {
	const databaseFile = join(aTemporaryFolder(), 'handrail.sqlite');
	const store = await anOpenStore({ databaseFile });
	await anAnnouncedStore(store, 1500);
	const leased = await store.outbox.leaseDeliveries(2, 60_000);
	await Promise.all(leased.map((it) => store.outbox.settleDelivery(it, { kind: 'sent' })));
	for (const number of [2, 1500]) {
		await store.subscriptions.remove(aSubscription(number).token);
	}
	await store.close();
	return databaseFile;
}

async function contentOf(settings: StoreSettings): Promise<Record<string, unknown[]>> {
	const db = await openDatabase(settings);
	const read = (table: keyof Schema, keys: readonly string[]) =>
		db.query
			.selectFrom(table)
			.selectAll()
			.$call((rows) => keys.reduce((query, key) => query.orderBy(key as never), rows))
			.execute();
	const content = {
		push_service: await read('push_service', ['id']),
		subscription: await read('subscription', ['id']),
		edition_announcement: await read('edition_announcement', ['edition']),
		delivery: await read('delivery', ['subscription_id']),
		delivery_tally: await read('delivery_tally', ['ending']),
		caretaking: await read('caretaking', ['id'])
	};
	await db.query.destroy();
	return content;
}

const move = (databaseFile: string, databaseUrl: string): string =>
	execFileSync(process.execPath, ['src/store-move.ts'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, DATABASE_FILE: databaseFile, DATABASE_URL: databaseUrl }
	});

test(
	'everything moves from the file to PostgreSQL, and goes on there',
	{ timeout: LONG_MS },
	async () => {
		const databaseFile = await aFileInUse();
		const databaseUrl = postgres?.createDatabase() ?? '';
		const said = move(databaseFile, databaseUrl);

		const content = await contentOf({ databaseFile });
		expect(await contentOf({ databaseFile, databaseUrl })).toEqual(content);
		for (const [table, rows] of Object.entries(content)) {
			expect(said).toContain(`${table}: ${String(rows.length)} rows`);
		}

		const store = await anOpenStore({ databaseFile, databaseUrl });
		await store.subscriptions.save(aSubscription(9999));
		const { subscription = [] } = await contentOf({ databaseFile, databaseUrl });
		expect(subscription.at(-1)).toMatchObject({ id: 1501 });
		expect(await store.outbox.leaseDeliveries(200, 60_000)).toHaveLength(200);
	}
);

test(
	'a database that holds something already is refused and stays as it is',
	{ timeout: LONG_MS },
	async () => {
		const databaseFile = await aFileInUse();
		const settings = { databaseFile, databaseUrl: postgres?.createDatabase() };
		const store = await anOpenStore(settings);
		await store.subscriptions.save(aSubscription(7));
		const before = await contentOf(settings);
		expect(() => move(databaseFile, settings.databaseUrl ?? '')).toThrow(/holds something already/);
		expect(await contentOf(settings)).toEqual(before);
	}
);

test('says what is missing', () => {
	const nowhere = join(aTemporaryFolder(), 'none.sqlite');
	expect(() => move(nowhere, 'postgres://127.0.0.1/none')).toThrow(/There is no file/);
});
