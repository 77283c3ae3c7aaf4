import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database/open-database.ts';
import {
	advanceFully,
	anAnnouncedStore,
	anOpenStore,
	aSubscription,
	describeStores,
	twoConnections
} from '#tests/support/server/stores.ts';

const MONTH_MS = 31 * 24 * 3_600_000;
const other = { p256dh: 'o'.repeat(87), auth: 'o'.repeat(22) };

describeStores('subscriptions', (aNewStore) => {
	test('a request that is repeated because its answer was lost makes one subscription', async () => {
		const { subscriptions, statistics } = await anOpenStore(aNewStore());
		expect(await subscriptions.save(aSubscription(1))).toEqual({
			ok: true,
			value: { isNew: true }
		});
		expect(await subscriptions.save(aSubscription(1))).toEqual({
			ok: true,
			value: { isNew: false }
		});
		expect(await statistics.countByMonth()).toMatchObject([{ count: 1 }]);
	});

	test('requests that arrive at the same time make one subscription', async () => {
		const stores = await twoConnections(aNewStore());
		const saved = await Promise.all(
			[...stores, ...stores].map(({ subscriptions }) => subscriptions.save(aSubscription(1)))
		);
		const isNew = saved.map((it) => it.ok && it.value.isNew);
		expect(isNew.filter(Boolean)).toHaveLength(1);
	});

	test('a phone that lost its token replaces it with the same keys', async () => {
		const { subscriptions } = await anOpenStore(aNewStore());
		await subscriptions.save(aSubscription(1));
		const token = 'n'.repeat(43);
		expect(await subscriptions.save(aSubscription(1, { token }))).toMatchObject({ ok: true });
		expect(await subscriptions.remove(token)).toMatchObject({
			ok: true
		});
	});

	test("another's endpoint cannot be changed without its token", async () => {
		const { subscriptions } = await anOpenStore(aNewStore());
		await subscriptions.save(aSubscription(1));
		const { token } = aSubscription(1);
		const forged = aSubscription(1, { keys: other, token: 'f'.repeat(43) });
		const refused = { ok: false, code: 'wrong-token' };
		expect(await subscriptions.save(forged)).toEqual(refused);
		expect(await subscriptions.refresh(forged, forged.token)).toEqual(refused);
		expect(await subscriptions.remove(forged.token)).toEqual({ ok: false, code: 'not-found' });
		expect(await subscriptions.save(aSubscription(1, { keys: other, token }))).toMatchObject({
			ok: true
		});
	});

	test('an unknown subscription can be neither refreshed nor removed', async () => {
		const { subscriptions } = await anOpenStore(aNewStore());
		const { token } = aSubscription(1);
		const missing = { ok: false, code: 'not-found' };
		expect(await subscriptions.refresh(aSubscription(1), token)).toEqual(missing);
		expect(await subscriptions.remove(token)).toEqual(missing);
	});

	test('a phone whose address changed leaves nothing behind when it removes what it saved', async () => {
		const { subscriptions, statistics } = await anOpenStore(aNewStore());
		const { token } = aSubscription(1);
		await subscriptions.save(aSubscription(1));
		await subscriptions.save(aSubscription(2, { token }));
		await subscriptions.save(aSubscription(3));
		expect(await subscriptions.remove(token)).toMatchObject({ ok: true });
		expect(await statistics.countByMonth()).toMatchObject([{ count: 1 }]);
	});

	test('a subscription that was removed gets nothing, even if its delivery was made before', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 2);
		const { token } = aSubscription(1);
		await store.subscriptions.remove(token);
		const leased = await store.outbox.leaseDeliveries(200, 60_000);
		expect(leased.map(({ subscription }) => subscription.endpoint)).toEqual([
			aSubscription(2).endpoint
		]);
	});

	test('a message that was under way when its subscription was removed settles nothing', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 1);
		const [leased] = await store.outbox.leaseDeliveries(200, 60_000);
		const { token } = aSubscription(1);
		await store.subscriptions.remove(token);
		expect(leased && (await store.outbox.settleDelivery(leased, { kind: 'sent' }))).toBe(false);
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({ state: 'done', waiting: 0 });
	});

	test('a phone that comes back gets another row, which late answers do not touch', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 1);
		const [leased] = await store.outbox.leaseDeliveries(200, 60_000);
		await store.subscriptions.remove(aSubscription(1).token);
		await store.subscriptions.save(aSubscription(1));
		expect(leased && (await store.outbox.settleDelivery(leased, { kind: 'gone' }))).toBe(false);
		expect(await store.statistics.countByMonth()).toMatchObject([{ count: 1 }]);
	});

	test('stores months, no other time, and no token', async () => {
		const settings = aNewStore();
		const store = await anOpenStore(settings);
		await store.subscriptions.save(aSubscription(1));
		const db = await openDatabase(settings);
		const rows = await db.query.selectFrom('subscription').selectAll().execute();
		await db.query.destroy();
		const month = new Date().toISOString().slice(0, 7);
		expect(rows).toHaveLength(1);
		expect({ ...rows[0] }).toEqual({
			id: 1,
			push_service_id: 1,
			endpoint: aSubscription(1).endpoint,
			...aSubscription(1).keys,
			vapid_key_id: aSubscription(1).vapidKeyId,
			created_month: month,
			last_seen_month: month,
			failures: 0,
			refusals: 0,
			has_succeeded: 0,
			suspect_since: null,
			management_token_hash: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string
		});
		expect(JSON.stringify(rows)).not.toContain(aSubscription(1).token);
	});

	test('deletes subscriptions that were not seen for a year, and no others', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		await store.subscriptions.save(aSubscription(1));
		await store.subscriptions.save(aSubscription(2, { origin: 'https://seen.example' }));
		skewMs = 11 * MONTH_MS;
		const two = aSubscription(2, { origin: 'https://seen.example' });
		expect(await store.subscriptions.refresh(two, two.token)).toMatchObject({ ok: true });
		expect(await store.subscriptions.deleteUnseen()).toBe(0);
		skewMs = 14 * MONTH_MS;
		expect(await store.subscriptions.deleteUnseen()).toBe(1);
		expect(await store.subscriptions.deleteUnseen()).toBe(0);
		const left = await store.statistics.countByMonth();
		expect(left).toMatchObject([{ count: 1 }]);
		expect(left[0]?.created).not.toBe(left[0]?.lastSeen);
	});

	test('a host that nobody uses any more makes room for another', async () => {
		const store = await anOpenStore({ ...aNewStore(), maxPushHosts: 2 });
		const at = (number: number) => {
			const origin = `https://wns2-${String(number)}.notify.windows.com`;
			return store.subscriptions.save(aSubscription(number, { origin }));
		};
		expect(await at(1)).toMatchObject({ ok: true });
		expect(await at(2)).toMatchObject({ ok: true });
		expect(await at(3)).toEqual({ ok: false, code: 'push-hosts-full' });
		expect(await store.statistics.countHosts()).toEqual([
			{ suffix: '.push.apple.com', count: 0 },
			{ suffix: '.notify.windows.com', count: 2 }
		]);
		await store.subscriptions.remove(aSubscription(1).token);
		expect(await at(3)).toMatchObject({ ok: true });
		expect(await at(4)).toEqual({ ok: false, code: 'push-hosts-full' });
	});

	test('no more are stored than allowed, and those that are stored can still be refreshed', async () => {
		const store = await anOpenStore({ ...aNewStore(), maxSubscriptions: 2 });
		await store.subscriptions.save(aSubscription(1));
		await store.subscriptions.save(aSubscription(2));
		const full = { ok: false, code: 'subscriptions-full' };
		expect(await store.subscriptions.save(aSubscription(3))).toEqual(full);
		expect(await store.subscriptions.save(aSubscription(2))).toMatchObject({ ok: true });
		await store.subscriptions.remove(aSubscription(2).token);
		expect(await store.subscriptions.save(aSubscription(3))).toMatchObject({ ok: true });
		expect(await store.subscriptions.save(aSubscription(4))).toEqual(full);
	});

	test('counts by VAPID key, so that an unused key can be deleted', async () => {
		const store = await anOpenStore(aNewStore());
		const vapidKeyId = 'w'.repeat(43);
		await store.subscriptions.save(aSubscription(1));
		await store.subscriptions.save(aSubscription(2, { vapidKeyId }));
		await store.subscriptions.save(aSubscription(3, { vapidKeyId }));
		expect(await store.statistics.countByVapidKey()).toMatchObject([
			{ vapidKeyId: 'v'.repeat(43), count: 1 },
			{ vapidKeyId, count: 2 }
		]);
	});
});
