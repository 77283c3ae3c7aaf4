import { expect, test } from 'vitest';
import type { Announcement } from '#lib/push/announcement.ts';
import type { Store } from '#lib/server/store/store.ts';
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
const leaseAll = (store: Store) => store.outbox.leaseDeliveries(200, 60_000);
const accept = (store: Store, announcement: Announcement, holdMinutes = 0) =>
	store.announcements.accept({ announcement, approvals: [], holdMinutes });
const stateOf = async (store: Store, edition: number) =>
	(await store.announcements.find(edition))?.state;

describeStores('announcements', (aNewStore) => {
	test('an announcement that is posted twice is one message for each subscription', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 3);
		const again = await accept(store, anAnnouncement(57));
		expect(again).toMatchObject({ ok: true, value: { isNew: false } });
		await advanceFully(store);
		expect(await leaseAll(store)).toHaveLength(3);
		expect(await leaseAll(store)).toEqual([]);
	});

	test('two processes that accept the same one at the same time store one', async () => {
		const stores = await twoConnections(aNewStore());
		const announcement = anAnnouncement(57);
		const accepted = await Promise.all(stores.map((store) => accept(store, announcement)));
		const isNew = accepted.map((it) => it.ok && it.value.isNew);
		expect(isNew.filter(Boolean)).toHaveLength(1);
	});

	test('an edition with another hash or severity, or an older edition, is refused', async () => {
		const store = await anOpenStore(aNewStore());
		await accept(store, anAnnouncement(57));
		const sha256 = 'e'.repeat(64);
		const conflict = { ok: false, code: 'conflict' };
		expect(await accept(store, anAnnouncement(57, { sha256 }))).toEqual(conflict);
		expect(await accept(store, anAnnouncement(57, { severity: 'critical' }))).toEqual(conflict);
		expect(await accept(store, anAnnouncement(56))).toEqual({ ok: false, code: 'older-edition' });
	});

	test('nothing is sent before the hold has ended', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		await store.subscriptions.save(aSubscription(1));
		await accept(store, anAnnouncement(57), 10);
		await advanceFully(store);
		expect(await leaseAll(store)).toEqual([]);
		skewMs = 9 * MINUTE_MS;
		await advanceFully(store);
		expect(await leaseAll(store)).toEqual([]);
		skewMs = 11 * MINUTE_MS;
		await advanceFully(store);
		expect(await leaseAll(store)).toHaveLength(1);
	});

	test('what is cancelled while it is held is never sent, even if it is posted again', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		await store.subscriptions.save(aSubscription(1));
		const announcement = anAnnouncement(57);
		await accept(store, announcement, 10);
		const { sha256 } = announcement;
		expect(await store.announcements.cancel({ edition: 57, sha256 })).toMatchObject({
			ok: true,
			value: { state: 'cancelled' }
		});
		expect(await store.announcements.cancel({ edition: 57, sha256 })).toMatchObject({ ok: true });
		expect(await accept(store, announcement)).toMatchObject({
			value: { isNew: false, announcement: { state: 'cancelled' } }
		});
		skewMs = 11 * MINUTE_MS;
		await advanceFully(store);
		expect(await leaseAll(store)).toEqual([]);
	});

	test('cancelling while sending ends what waits; outcomes of what is under way still count', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 5);
		const [underWay] = await store.outbox.leaseDeliveries(1, 60_000);
		await store.announcements.cancel(anAnnouncement(57));
		expect(await leaseAll(store)).toEqual([]);
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({ waiting: 1, ended: { ended: 4 } });
		expect(underWay && (await store.outbox.settleDelivery(underWay, { kind: 'sent' }))).toBe(true);
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({
			state: 'cancelled',
			waiting: 0,
			ended: { sent: 1, ended: 4 }
		});
	});

	test('an announcement that is done, unknown or of another edition is not cancelled', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 0);
		await advanceFully(store);
		expect(await stateOf(store, 57)).toBe('done');
		const { cancel } = store.announcements;
		expect(await cancel(anAnnouncement(57))).toEqual({ ok: false, code: 'finished' });
		expect(await cancel(anAnnouncement(58))).toEqual({ ok: false, code: 'not-found' });
		expect(await cancel({ edition: 57, sha256: 'e'.repeat(64) })).toEqual({
			ok: false,
			code: 'conflict'
		});
	});

	test('an expired announcement is refused, and one that expires is no longer sent', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		const refused = await accept(store, anAnnouncement(56, { hours: -1 }));
		expect(refused).toEqual({ ok: false, code: 'expired' });
		await anAnnouncedStore(store, 2, anAnnouncement(57, { hours: 1 }));
		skewMs = 61 * MINUTE_MS;
		expect(await leaseAll(store)).toEqual([]);
		await advanceFully(store);
		expect(await store.announcements.find(57)).toMatchObject({
			state: 'expired',
			waiting: 0,
			ended: { expired: 2 }
		});
	});

	test('two editions within a minute are one notice, about the newer one', async () => {
		const store = await anOpenStore(aNewStore());
		await store.subscriptions.save(aSubscription(1));
		await accept(store, anAnnouncement(57), 10);
		await accept(store, anAnnouncement(58), 0);
		await advanceFully(store);
		const leased = await leaseAll(store);
		expect(leased.map(({ notice }) => notice.edition)).toEqual([58]);
		expect(await stateOf(store, 57)).toBe('superseded');
	});

	test('a second routine one waits for a day after the first, and replaces what still waits of it', async () => {
		let skewMs = 0;
		const store = await anOpenStore(aNewStore(), () => skewMs);
		await anAnnouncedStore(store, 1, anAnnouncement(57, { hours: 47 }));
		expect(await accept(store, anAnnouncement(58, { hours: 12 }))).toEqual({
			ok: false,
			code: 'too-soon'
		});
		expect(await accept(store, anAnnouncement(58, { hours: 40 }))).toMatchObject({ ok: true });
		await advanceFully(store);
		expect(await stateOf(store, 58)).toBe('held');
		for (skewMs = 0; skewMs < 24 * HOUR_MS; skewMs += 14 * MINUTE_MS) await advanceFully(store);
		await advanceFully(store);
		expect((await leaseAll(store)).map(({ notice }) => notice.edition)).toEqual([58]);
		expect(await stateOf(store, 57)).toBe('superseded');
	});

	test('a critical one overrides: it goes at once and first', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 2);
		await store.announcements.accept({
			announcement: anAnnouncement(58, { severity: 'critical' }),
			approvals: ['one', 'two'],
			holdMinutes: 0
		});
		await advanceFully(store);
		const leased = await leaseAll(store);
		expect(leased.map(({ notice }) => notice.severity)).toEqual(['critical', 'critical']);
		expect(await store.announcements.find(58)).toMatchObject({ approvals: ['one', 'two'] });
	});

	test('a routine one does not replace a critical one that is being sent', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 1, anAnnouncement(57, { severity: 'critical' }));
		await accept(store, anAnnouncement(58));
		await advanceFully(store);
		const leased = await leaseAll(store);
		expect(leased.map(({ notice }) => notice.edition)).toEqual([57, 58]);
	});

	test('lists the newest first, with how its deliveries ended', async () => {
		const store = await anOpenStore(aNewStore());
		await anAnnouncedStore(store, 2, anAnnouncement(57, { severity: 'critical' }));
		await accept(store, anAnnouncement(58));
		const [leased] = await leaseAll(store);
		if (leased) await store.outbox.settleDelivery(leased, { kind: 'sent' });
		const list = await store.announcements.list(5);
		expect(list).toMatchObject([
			{ edition: 58, state: 'held', isFannedOut: false, waiting: 0 },
			{ edition: 57, state: 'sending', isFannedOut: true, waiting: 1, ended: { sent: 1 } }
		]);
	});
});
