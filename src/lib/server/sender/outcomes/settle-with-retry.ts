import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryOutcome, LeasedDelivery, Outbox } from '#lib/server/outbox/outbox.ts';

interface SettlePorts {
	readonly outbox: Pick<Outbox, 'settleDelivery'>;
	readonly onFailure: () => void;
	/** Asked after each failure. No retry helps once the lease has ended. */
	readonly isWorthRetrying: () => boolean;
}

const RETRY_MS = 1000;

/**
 * Settles a delivery, and retries while the database is full, locked or restarting. A message that was
 * sent and is not settled will be sent a second time when its lease ends.
 */
export async function settleWithRetry(
	delivery: LeasedDelivery,
	outcome: DeliveryOutcome,
	{ outbox, onFailure, isWorthRetrying }: SettlePorts
): Promise<void> {
	for (;;) {
		try {
			await outbox.settleDelivery(delivery, outcome);
			return;
		} catch {
			// the store logs the cause; here the failure is counted and retried
			onFailure();
		}
		if (!isWorthRetrying()) return;
		await wait(RETRY_MS);
	}
}
