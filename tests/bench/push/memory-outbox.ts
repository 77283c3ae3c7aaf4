import type { LeasedDelivery, Outbox } from '#lib/server/outbox/outbox.ts';
import type { SeedRow } from './seed-subscriptions.ts';

/** An outbox without a store and with one push service, to measure a sender alone. `drained` ends when all is settled. */
export function createMemoryOutbox(rows: Iterable<SeedRow>): {
	readonly outbox: Outbox;
	readonly drained: Promise<void>;
} {
	const waiting = Array.from(rows, (subscription, index): LeasedDelivery => {
		return {
			announcementId: '57',
			subscriptionId: String(index),
			attempt: 1,
			notice: { edition: 57, severity: 'routine', proof: `${'p'.repeat(85)}A` },
			expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
			subscription: { ...subscription, hasSucceeded: true, suspectSince: null }
		};
	});
	let left = waiting.length;
	const { promise, resolve } = Promise.withResolvers<void>();
	return {
		drained: promise,
		outbox: {
			leaseDeliveries: (limit, _, exceptOrigins = []) =>
				Promise.resolve(exceptOrigins.length > 0 ? [] : waiting.splice(0, limit)),
			settleDelivery: (_, { kind }) => {
				if (kind !== 'sent') throw new Error(`settled as ${kind}`);
				left -= 1;
				if (left === 0) resolve();
				return Promise.resolve(true);
			},
			releaseDeliveries: (deliveries) => {
				waiting.push(...deliveries);
				return Promise.resolve();
			},
			countSucceeded: () => Promise.resolve(new Map())
		}
	};
}
