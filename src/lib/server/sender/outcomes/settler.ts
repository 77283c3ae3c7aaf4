import type { DeliveryOutcome, LeasedDelivery, Outbox } from '#lib/server/outbox/outbox.ts';
import { settleWithRetry } from './settle-with-retry.ts';

interface SettlerPorts {
	readonly outbox: Pick<Outbox, 'settleDelivery' | 'releaseDeliveries'>;
	readonly leaseMs: number;
	/** The store rejected. Nothing is lost: a delivery is due again when its lease ends. */
	readonly onFailure: () => void;
	/** ms since 1970. */
	readonly now: () => number;
	/** In [0, 1). */
	readonly random: () => number;
}

/** Stores what became of leased deliveries. None of its promises reject. */
export class Settler {
	readonly #ports: SettlerPorts;
	#isStopping = false;
	#released = 0;

	constructor(ports: SettlerPorts) {
		this.#ports = ports;
	}

	/** How many deliveries were given back without having been sent. */
	get released(): number {
		return this.#released;
	}

	/** Stores an outcome; retries for as long as the lease lasts and the sender runs. */
	settle(delivery: LeasedDelivery, outcome: DeliveryOutcome): Promise<void> {
		const { outbox, onFailure, now, leaseMs } = this.#ports;
		const leaseEndsAt = now() + leaseMs;
		const isWorthRetrying = (): boolean => !this.#isStopping && now() < leaseEndsAt;
		return settleWithRetry(delivery, outcome, { outbox, onFailure, isWorthRetrying });
	}

	/**
	 * Puts a delivery off by `delayMs` and up to a tenth more, so that deliveries which wait for the
	 * same thing do not come back together. It does not count as a failure of the subscription.
	 */
	postpone(delivery: LeasedDelivery, delayMs: number): Promise<void> {
		const { now, random } = this.#ports;
		const dueAt = new Date(now() + Math.round(delayMs * (1 + random() / 10))).toISOString();
		return this.settle(delivery, { kind: 'retry', dueAt, countsAsFailure: false });
	}

	/** Gives back deliveries that were not sent: any sender may lease them at once. */
	async release(deliveries: readonly LeasedDelivery[]): Promise<void> {
		if (deliveries.length === 0) return;
		this.#released += deliveries.length;
		const { outbox, onFailure } = this.#ports;
		await outbox.releaseDeliveries(deliveries).catch(onFailure);
	}

	/** Retries no more: what the store does not take now is left to the end of its lease. */
	stop(): void {
		this.#isStopping = true;
	}
}
