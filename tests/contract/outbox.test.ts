import { expect, test } from 'vitest';
import type { LeasedDelivery, DeliveryOutcome } from '#lib/server/outbox/outbox.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import type { Store, StoreSettings } from '#lib/server/store/store.ts';
import { unprovenPool } from '#lib/server/push-services/endpoint-policy.ts';
import {
	advanceFully,
	anAnnouncedStore,
	anAnnouncement,
	anOpenStore,
	aSubscription,
	describeStores,
	twoConnections
} from '#tests/support/server/stores.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const leaseAll = (store: Store) => store.outbox.leaseDeliveries(200, MINUTE_MS);
/** A host that anybody can invent, and that the allow-list lets in. */
const invented = (number: number) => `https://invented-${String(number)}.notify.windows.com`;
const within = (ms: number) => new Date(Date.now() + ms).toISOString();
const retry = (dueAt: string, countsAsFailure = true): DeliveryOutcome => {
	return { kind: 'retry', dueAt, countsAsFailure };
};

/** Leases the only delivery and settles it. */
async function settleOne(store: Store, outcome: DeliveryOutcome): Promise<LeasedDelivery> {
	const [leased] = await leaseAll(store);
	if (!leased) throw new Error('Nothing was due');
	expect(await store.outbox.settleDelivery(leased, outcome)).toBe(true);
	return leased;
}

/** Announces another edition, at once. */
async function announce(store: Store, edition: number): Promise<void> {
	const announcement = anAnnouncement(edition, { severity: 'critical' });
	await store.announcements.accept({ announcement, approvals: [], holdMinutes: 0 });
	await advanceFully(store);
}

async function rows(settings: StoreSettings) {
	const db = await openDatabase(settings);
	const found = await db.query.selectFrom('subscription').selectAll().execute();
	await db.query.destroy();
	return found;
}

describeStores('outbox', (aNewStore) => {
	test('a lease brings all that a sender needs', async () => {
		const store = await anOpenStore(aNewStore());
		const announcement = anAnnouncement(57);
		await anAnnouncedStore(store, 1, announcement);
		const { endpoint, keys, vapidKeyId } = aSubscription(1);
		expect(await leaseAll(store)).toEqual([
			{
				announcementId: '57',
				subscriptionId: '1',
				attempt: 1,
				notice: { edition: 57, severity: 'routine', proof: announcement.proof },
				expiresAt: announcement.expires,
				subscription: { endpoint, ...keys, vapidKeyId, hasSucceeded: false, suspectSince: null }
			}
		]);
	});

	test('eight senders at once lease every delivery, and none of them twice', async () => {
		const [one, other] = await twoConnections(aNewStore());
		await anAnnouncedStore(one, 300);
		const drain = async (store: Store): Promise<string[]> => {
			const got: string[] = [];
			for (;;) {
				const leased = await store.outbox.leaseDeliveries(7, MINUTE_MS);
				if (leased.length === 0) return got;
				got.push(...leased.map(({ subscriptionId }) => subscriptionId));
			}
		};
		const eight = [one, other, one, other, one, other, one, other];
		const leased = (await Promise.all(eight.map(drain))).flat();
		expect(leased).toHaveLength(300);
		expect(new Set(leased).size).toBe(300);
	});

	test('push services take turns, and one that is excepted does not delay the others', async () => {
		const store = await anOpenStore(aNewStore());
		const origins = ['https://slow.example', 'https://one.example', 'https://two.example'];
		for (let number = 0; number < 30; number += 1) {
			const origin = origins[number % 3] ?? '';
			await store.subscriptions.save(aSubscription(number, { origin }));
		}
		await announce(store, 57);
		const claim = async (except: string[]) => {
			const leased = await store.outbox.leaseDeliveries(5, MINUTE_MS, except);
			return leased.map(({ subscription }) => new URL(subscription.endpoint).origin);
		};
		const slow = ['https://slow.example'];
		const without = [...(await claim(slow)), ...(await claim(slow))];
		expect(new Set(without)).toEqual(new Set(['https://one.example', 'https://two.example']));
		const all = [...(await claim([])), ...(await claim([])), ...(await claim([]))];
		expect(all).toHaveLength(15);
		expect(all).toContain('https://slow.example');
		expect(await claim(origins)).toEqual([]);
	});

	test('push services with nothing due get no turn in any batch', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 21);
		for (let number = 100; number < 200; number += 1) {
			await store.subscriptions.save(aSubscription(number, { origin: invented(number) }));
		}
		for (let claim = 0; claim < 7; claim += 1) {
			expect(await store.outbox.leaseDeliveries(3, MINUTE_MS)).toHaveLength(3);
		}
		expect(await leaseAll(store)).toEqual([]);
	});

	test('names that may be invented get a small part of a batch, and the rest goes to others', async () => {
		const store = await anOpenStore(aNewStore());
		for (let number = 1; number <= 120; number += 1) {
			await store.subscriptions.save(aSubscription(number, { origin: invented(number) }));
		}
		for (let number = 121; number <= 300; number += 1) {
			await store.subscriptions.save(aSubscription(number));
		}
		await announce(store, 57);
		const leased = await leaseAll(store);
		const real = leased.filter(({ subscription }) =>
			subscription.endpoint.includes('push.example')
		);
		expect(real).toHaveLength(180);
		expect(leased.length - real.length).toBeLessThanOrEqual(20);
		expect(leased.length).toBeGreaterThan(180);
	});

	test('a host under a suffix that has accepted a message has a share apart from invented names', async () => {
		const store = await anOpenStore(aNewStore());
		const known = aSubscription(0, { origin: 'https://wns2-par02p.notify.windows.com' });
		await store.subscriptions.save(known);
		await announce(store, 57);
		await settleOne(store, { kind: 'sent' });
		for (let number = 1; number <= 100; number += 1) {
			await store.subscriptions.save(aSubscription(number, { origin: invented(number) }));
		}
		await announce(store, 58);
		const endpoints = (leased: LeasedDelivery[]) =>
			leased.map(({ subscription }) => subscription.endpoint);
		const first = await store.outbox.leaseDeliveries(4, MINUTE_MS);
		expect(endpoints(first)).toContain(known.endpoint);
		await store.outbox.releaseDeliveries(first);
		const without = [unprovenPool('.notify.windows.com')];
		const proven = await store.outbox.leaseDeliveries(200, MINUTE_MS, without);
		expect(endpoints(proven)).toEqual([known.endpoint]);
	});

	test('names that may be invented take turns, too, so that each gets an attempt', async () => {
		const store = await anOpenStore(aNewStore());
		for (let number = 1; number <= 90; number += 1) {
			await store.subscriptions.save(aSubscription(number, { origin: invented(number % 30) }));
		}
		await announce(store, 57);
		const seen = new Set<string>();
		for (let claim = 0; claim < 2; claim += 1) {
			for (const { subscription } of await leaseAll(store)) {
				seen.add(new URL(subscription.endpoint).host);
			}
		}
		expect(seen.size).toBeGreaterThanOrEqual(20);
	});

	test('names that are excepted do not delay others of their pool', async () => {
		const store = await anOpenStore(aNewStore());
		for (let number = 1; number <= 30; number += 1) {
			await store.subscriptions.save(aSubscription(number, { origin: invented(number) }));
		}
		await announce(store, 57);
		const busy = Array.from({ length: 25 }, (_, index) => invented(index + 1));
		const seen: string[] = [];
		for (let claim = 0; claim < 3; claim += 1) {
			const leased = await store.outbox.leaseDeliveries(200, MINUTE_MS, busy);
			seen.push(...leased.map(({ subscription }) => new URL(subscription.endpoint).origin));
		}
		expect(seen.sort()).toEqual([26, 27, 28, 29, 30].map(invented));
	});

	test('when a lease has ended, another sender gets the delivery, and a late answer settles nothing', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		await anAnnouncedStore(store, 1);
		const [late] = await leaseAll(store);
		expect(await leaseAll(store)).toEqual([]);
		skewMs = 2 * MINUTE_MS;
		const [second] = await leaseAll(store);
		expect(second).toMatchObject({ subscriptionId: late?.subscriptionId, attempt: 2 });
		expect(late && (await store.outbox.settleDelivery(late, { kind: 'gone' }))).toBe(false);
		expect(second && (await store.outbox.settleDelivery(second, { kind: 'sent' }))).toBe(true);
		expect(second && (await store.outbox.settleDelivery(second, { kind: 'sent' }))).toBe(false);
	});

	test('what was given back is due at once, and counts as no attempt', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 3);
		const leased = await leaseAll(store);
		await store.outbox.releaseDeliveries(leased.slice(0, 2));
		expect((await leaseAll(store)).map(({ attempt }) => attempt)).toEqual([1, 1]);
		await store.outbox.releaseDeliveries([]);
	});

	test('a message that was sent clears the marks of its subscription', async () => {
		const settings = aNewStore();
		const store = await anOpenStore(settings);
		await anAnnouncedStore(store, 1);
		await settleOne(store, retry(within(0)));
		await settleOne(store, { kind: 'suspect' });
		await announce(store, 58);
		expect(await rows(settings)).toMatchObject([{ failures: 1, has_succeeded: 0 }]);
		const leased = await settleOne(store, { kind: 'sent' });
		expect(Date.parse(leased.subscription.suspectSince ?? '')).toBeGreaterThan(0);
		expect(await rows(settings)).toMatchObject([
			{ failures: 0, refusals: 0, has_succeeded: 1, suspect_since: null }
		]);
		await announce(store, 59);
		expect((await leaseAll(store))[0]?.subscription.hasSucceeded).toBe(true);
	});

	test('a second 404 keeps the time of the first', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		await anAnnouncedStore(store, 1);
		await settleOne(store, { kind: 'suspect' });
		skewMs = 5 * MINUTE_MS;
		await announce(store, 58);
		const { subscription } = await settleOne(store, { kind: 'suspect' });
		await announce(store, 59);
		expect((await leaseAll(store))[0]?.subscription.suspectSince).toBe(subscription.suspectSince);
	});

	test('a subscription that is gone goes at once, from every announcement', async () => {
		const settings = aNewStore();
		const store = await anOpenStore(settings);
		await anAnnouncedStore(store, 1);
		await announce(store, 58);
		await store.outbox.leaseDeliveries(1, MINUTE_MS).then(async ([leased]) => {
			if (leased) await store.outbox.settleDelivery(leased, { kind: 'gone' });
		});
		expect(await rows(settings)).toEqual([]);
		expect(await leaseAll(store)).toEqual([]);
	});

	test('after three refusals as malformed a subscription gets nothing until its keys change', async () => {
		const settings = aNewStore();
		const store = await anOpenStore(settings);
		await store.subscriptions.save(aSubscription(1));
		for (const edition of [57, 58, 59]) {
			await announce(store, edition);
			await settleOne(store, { kind: 'quarantine' });
		}
		expect(await store.statistics.countQuarantined()).toBe(1);
		await announce(store, 60);
		await store.subscriptions.save(aSubscription(1));
		await announce(store, 61);
		expect(await leaseAll(store)).toEqual([]);
		const keys = { p256dh: 'n'.repeat(87), auth: 'n'.repeat(22) };
		await store.subscriptions.save(aSubscription(1, { keys }));
		await announce(store, 62);
		expect(await leaseAll(store)).toHaveLength(1);
	});

	test('a failure of ours ends the delivery and keeps the subscription', async () => {
		const settings = aNewStore();
		const store = await anOpenStore(settings);
		await anAnnouncedStore(store, 1);
		await settleOne(store, { kind: 'failed' });
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({
			state: 'done',
			ended: { failed: 1 }
		});
		expect(await rows(settings)).toHaveLength(1);
	});

	test('a retry is due when it says, and only failures are counted', async () => {
		let skewMs = 0;
		const settings = aNewStore();
		const store = await anOpenStore(settings, () => skewMs);
		await anAnnouncedStore(store, 2);
		const leased = await leaseAll(store);
		await Promise.all(
			leased.map((it, index) =>
				store.outbox.settleDelivery(it, retry(within((index + 1) * 5 * MINUTE_MS), index === 0))
			)
		);
		expect(await leaseAll(store)).toEqual([]);
		skewMs = 6 * MINUTE_MS;
		expect(await leaseAll(store)).toMatchObject([{ attempt: 2 }]);
		skewMs = 11 * MINUTE_MS;
		expect((await leaseAll(store)).map(({ attempt }) => attempt)).toContain(2);
		const failures = (await rows(settings)).map((row) => row.failures);
		expect(failures.sort()).toEqual([0, 1]);
	});

	test('a retry that would be due after the announcement has expired ends as expired', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 1, anAnnouncement(57, { hours: 1 }));
		await settleOne(store, retry(within(2 * HOUR_MS)));
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({
			state: 'done',
			ended: { expired: 1 }
		});
	});

	test('leases and due times that a wrong clock set far ahead count as due', async () => {
		let skewMs = 0;
		const settings = aNewStore();
		const store = await anOpenStore(settings, () => skewMs);
		await anAnnouncedStore(store, 3, anAnnouncement(57, { hours: 47 }));
		// the clock is a day ahead while one delivery is leased and another is postponed
		skewMs = 20 * HOUR_MS;
		await store.announcements.advance();
		skewMs = 20 * HOUR_MS + 11 * MINUTE_MS;
		await advanceFully(store);
		const [leased, putOff] = await leaseAll(store);
		expect(leased).toBeDefined();
		if (putOff) await store.outbox.settleDelivery(putOff, retry(within(11 * HOUR_MS)));
		skewMs = 0;
		await advanceFully(store);
		expect(await leaseAll(store)).toHaveLength(3);
	});

	test('answers that come together each get their own answer', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 250);
		const leased = [...(await leaseAll(store)), ...(await leaseAll(store))];
		const kinds = ['sent', 'gone', 'suspect', 'quarantine', 'failed'] as const;
		const settled = await Promise.all(
			leased.map((it, index) => {
				const stale = { ...it, attempt: index % 10 === 0 ? 9 : it.attempt };
				return store.outbox.settleDelivery(stale, { kind: kinds[index % 5] ?? 'sent' });
			})
		);
		expect(settled.map((it, index) => it === (index % 10 !== 0))).not.toContain(false);
		const { ended, waiting } = (await store.announcements.find(57)) ?? {};
		expect(waiting).toBe(25);
		expect(ended).toMatchObject({ sent: 25, gone: 50, suspect: 50, quarantine: 50, failed: 50 });
	});

	test('counts, for each push service, the subscriptions that had a message accepted', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 2);
		await store.subscriptions.save(aSubscription(3, { origin: 'https://other.example' }));
		const [leased] = await leaseAll(store);
		if (leased) await store.outbox.settleDelivery(leased, { kind: 'sent' });
		expect([...(await store.outbox.countSucceeded())]).toEqual([['https://push.example', 1]]);
	});

	test('closing waits until outcomes that were given are stored', async () => {
		const settings = aNewStore();
		const store = await anOpenStore(settings);
		await anAnnouncedStore(store, 1);
		const [leased] = await leaseAll(store);
		const settling = leased && store.outbox.settleDelivery(leased, { kind: 'sent' });
		await store.close();
		expect(await settling).toBe(true);
		const again = await anOpenStore(settings);
		expect(await again.announcements.find(57)).toMatchObject({ ended: { sent: 1 } });
	});
});
