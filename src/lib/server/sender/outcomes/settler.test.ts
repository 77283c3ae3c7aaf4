import { expect, test } from 'vitest';
import type { DeliveryOutcome, LeasedDelivery } from '#lib/server/outbox/outbox.ts';
import { aLeasedDelivery } from '#tests/support/push/leased-delivery.ts';
import { Settler } from './settler.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

/** A store that rejects `failures` times, and then takes what it is given. */
function aStore(failures = 0) {
	const settled: DeliveryOutcome[] = [];
	const released: LeasedDelivery[] = [];
	let failed = 0;
	const fails = (): boolean => (failures -= 1) >= 0;
	const store = {
		settled,
		released,
		get failed() {
			return failed;
		},
		/** ms since 1970; a test moves it. */
		now: NOW
	};
	const settler = new Settler({
		outbox: {
			settleDelivery: (_, outcome) => {
				if (fails()) return Promise.reject(new Error('full'));
				settled.push(outcome);
				return Promise.resolve(true);
			},
			releaseDeliveries: (deliveries) => {
				if (fails()) return Promise.reject(new Error('full'));
				released.push(...deliveries);
				return Promise.resolve();
			}
		},
		leaseMs: 120_000,
		onFailure: () => {
			failed += 1;
		},
		now: () => store.now,
		random: () => 0.5
	});
	return { store, settler };
}

test('an outcome that the store does not take is offered again until it does', async () => {
	const { store, settler } = aStore(1);
	await settler.settle(aLeasedDelivery(), { kind: 'sent' });
	expect([store.failed, store.settled]).toEqual([1, [{ kind: 'sent' }]]);
});

test('and no more once its lease has ended', async () => {
	const { store, settler } = aStore(1);
	const settling = settler.settle(aLeasedDelivery(), { kind: 'sent' });
	store.now += 120_000;
	await settling;
	expect([store.failed, store.settled]).toEqual([1, []]);
});

test('nor once the sender stops', async () => {
	const { store, settler } = aStore(1);
	settler.stop();
	await settler.settle(aLeasedDelivery(), { kind: 'sent' });
	expect([store.failed, store.settled]).toEqual([1, []]);
});

test('what is postponed is due later, with some jitter, and is no failure', async () => {
	const { store, settler } = aStore();
	await settler.postpone(aLeasedDelivery(), 60_000);
	const dueAt = '2026-11-24T12:01:03.000Z';
	expect(store.settled).toEqual([{ kind: 'retry', dueAt, countsAsFailure: false }]);
});

test('what is given back is counted; where the store does not take it, its lease ends', async () => {
	const { store, settler } = aStore(1);
	const two = [aLeasedDelivery('1'), aLeasedDelivery('2')];
	await settler.release(two);
	await settler.release([aLeasedDelivery('3')]);
	await settler.release([]);
	expect(store.released.map(({ subscriptionId }) => subscriptionId)).toEqual(['3']);
	expect([settler.released, store.failed]).toEqual([3, 1]);
});
