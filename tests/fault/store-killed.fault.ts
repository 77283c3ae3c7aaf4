import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database/open-database.ts';
import type { StoreSettings } from '#lib/server/store/store.ts';
import { runStoreWorker } from '#tests/support/server/run-store-worker.ts';
import {
	advanceFully,
	anAnnouncement,
	anOpenStore,
	aSubscription,
	describeStores
} from '#tests/support/server/stores.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

/** How many the worker leases at once: the most that can be sent and not settled. */
const IN_FLIGHT = 50;
const KILLS = 5;
/** Short, because the test waits for the leases of killed workers to end. */
const LEASE_MS = 3000;

/** Inserts many subscriptions at once, like those that phones make. */
async function addSubscriptions(settings: StoreSettings, count: number): Promise<void> {
	const store = await anOpenStore(settings);
	await store.subscriptions.save(aSubscription(0));
	await store.announcements.accept({
		announcement: anAnnouncement(57),
		approvals: [],
		holdMinutes: 0
	});
	await store.close();
	const db = await openDatabase(settings);
	const { id: _, ...row } = await db.query
		.selectFrom('subscription')
		.selectAll()
		.executeTakeFirstOrThrow();
	const all = Array.from({ length: count - 1 }, (_, index) => {
		return { ...row, endpoint: `${row.endpoint}/${String(index)}` };
	});
	for (let from = 0; from < all.length; from += 1000) {
		await db.query
			.insertInto('subscription')
			.values(all.slice(from, from + 1000))
			.execute();
	}
	await db.query.destroy();
}

describeStores('a killed process', (aNewStore) => {
	test('leaves a fan-out that the next one finishes: one delivery for each', async () => {
		const settings = aNewStore();
		const count = 22_000;
		await addSubscriptions(settings, count);
		for (let kill = 0; kill < KILLS; kill += 1) {
			await runStoreWorker('advance', settings, {
				killAfterSteps: 1 + (kill % 2),
				afterMs: 7 * kill
			});
		}
		const store = await anOpenStore(settings);
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({
			state: 'sending',
			isFannedOut: true,
			waiting: count
		});
	});

	test('while sending loses nothing, and repeats no more than was in flight', async () => {
		const settings = aNewStore();
		const count = 2000;
		const received = join(aTemporaryFolder(), 'received');
		writeFileSync(received, '');
		await addSubscriptions(settings, count);
		let kills = 0;
		for (; kills < KILLS; kills += 1) {
			const isDone = await runStoreWorker('send', settings, {
				received,
				leaseMs: LEASE_MS,
				killAfterSteps: 2 + kills,
				afterMs: 9 * kills
			});
			if (isDone) break;
		}
		expect(kills).toBeGreaterThan(2);
		expect(await runStoreWorker('send', settings, { received, leaseMs: LEASE_MS })).toBe(true);

		const messages = readFileSync(received, 'utf8').trim().split('\n');
		expect(new Set(messages).size).toBe(count);
		expect(messages.length - count).toBeLessThanOrEqual(kills * IN_FLIGHT);
		const store = await anOpenStore(settings);
		expect(await store.announcements.find(57)).toMatchObject({
			state: 'done',
			waiting: 0,
			ended: { sent: count }
		});
	});

	test('and three that start at once on a new database migrate it once', async () => {
		const settings = aNewStore();
		const opened = [1, 2, 3].map(() => runStoreWorker('open', settings));
		expect(await Promise.all(opened)).toEqual([true, true, true]);
		const store = await anOpenStore(settings);
		await expect(store.ping()).resolves.toBeUndefined();
	});

	test('two processes that send at once send nothing twice', async () => {
		const settings = aNewStore();
		const count = 3000;
		const received = join(aTemporaryFolder(), 'received');
		writeFileSync(received, '');
		await addSubscriptions(settings, count);
		const both = [1, 2].map(() => runStoreWorker('send', settings, { received }));
		expect(await Promise.all(both)).toEqual([true, true]);
		const messages = readFileSync(received, 'utf8').trim().split('\n');
		expect(messages).toHaveLength(count);
		expect(new Set(messages).size).toBe(count);
	});
});
