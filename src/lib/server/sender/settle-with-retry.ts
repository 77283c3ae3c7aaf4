import { setTimeout as wait } from 'node:timers/promises';
import type { LeasedDelivery, DeliveryOutcome, Outbox } from '#lib/server/outbox/outbox.ts';

interface SettlePorts {
	readonly outbox: Pick<Outbox, 'settleDelivery'>;
	readonly onFailure: () => void;
	/** Whether to go on trying: not when its lease is over, nor when the process ends. */
	readonly isWorthIt: () => boolean;
}

const RETRY_MS = 1000;

/**
 * Settles, and tries again while the database does not take it (full, locked, restarted): what was
 * sent and is not settled will be sent once more when its lease is over.
 */
export async function settleWithRetry(
	delivery: LeasedDelivery,
	outcome: DeliveryOutcome,
	{ outbox, onFailure, isWorthIt }: SettlePorts
): Promise<void> {
	for (;;) {
		try {
			await outbox.settleDelivery(delivery, outcome);
			return;
		} catch {
			// the store says what is wrong with it in its own log; here it is counted and tried again
			onFailure();
		}
		if (!isWorthIt()) return;
		await wait(RETRY_MS);
	}
}
