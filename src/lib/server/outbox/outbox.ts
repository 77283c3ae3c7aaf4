import type { Severity } from '#lib/push/notice.ts';

/** One message for one subscription, taken by one sender for the length of its lease. */
export interface LeasedDelivery {
	readonly announcementId: string;
	readonly subscriptionId: string;
	/** The first try is 1. Settling names it, so that a lease that ran out settles nothing. */
	readonly attempt: number;
	readonly notice: {
		readonly edition: number;
		readonly severity: Severity;
		readonly proof: string;
	};
	/** ISO instant. After it, nothing is sent any more. */
	readonly expiresAt: string;
	readonly subscription: {
		readonly endpoint: string;
		readonly p256dh: string;
		readonly auth: string;
		/** The key that the subscription was made with: only its signature is accepted. */
		readonly vapidKeyId: string;
		/** Whether the push service ever accepted a message for it: the brake counts only those. */
		readonly hasSucceeded: boolean;
		/** ISO instant of an earlier 404, if any. */
		readonly suspectSince: string | null;
	};
}

/** How a try ended, and what becomes of the delivery and of the subscription. */
export type DeliveryOutcome =
	/** 2xx: sent, failure counters to 0. */
	| { readonly kind: 'sent' }
	/** 410, or a second 404 a day after the first: the subscription is deleted now. */
	| { readonly kind: 'gone' }
	/** A first 404: the delivery ends, the subscription is marked. */
	| { readonly kind: 'suspect' }
	/** 400 for this one row: three of them and the subscription is left alone, never deleted. */
	| { readonly kind: 'quarantine' }
	/** 413 after the smallest payload, 401 or 403 without a way on: ends, the subscription stays. */
	| { readonly kind: 'failed' }
	/** Passing: again at this ISO instant, unless the announcement has expired by then. */
	| { readonly kind: 'retry'; readonly dueAt: string; readonly countsAsFailure: boolean };

/** The outbox as a sender sees it. The database is the truth: each call can be the last. */
export interface Outbox {
	/**
	 * At most `limit` (≤ 200) deliveries that are due, leased to the caller for `leaseMs` (≤ 10 minutes);
	 * critical ones first. `[]` only when there is none. Push services that have something due take
	 * turns; of those that never accepted a message, and may be invented, there is little in each claim.
	 * Nothing of `except` is taken: an origin, such as `https://fcm.googleapis.com`, or a pool (`poolOf`).
	 * So a sender leaves out whoever is paused, or whose queue is full. Only while somebody calls
	 * `Announcements.advance`, which makes the deliveries; this process, or another.
	 */
	readonly leaseDeliveries: (
		limit: number,
		leaseMs: number,
		except?: readonly string[]
	) => Promise<LeasedDelivery[]>;
	/**
	 * Says how the try ended. `false`: the lease had run out and somebody else has it now, or the
	 * delivery is no more. Call it for each answer as it comes, without waiting for the one before:
	 * those that come together are written in one transaction.
	 */
	readonly settleDelivery: (delivery: LeasedDelivery, outcome: DeliveryOutcome) => Promise<boolean>;
	/** Gives back what was leased and not tried: a graceful stop. Does not count as an attempt. */
	readonly releaseDeliveries: (deliveries: readonly LeasedDelivery[]) => Promise<void>;
	/**
	 * For the brake: by origin of the push service, how many subscriptions once had a message accepted.
	 * It reads an index whole (20 ms for a million): once a run, not once a message.
	 */
	readonly countSucceeded: () => Promise<ReadonlyMap<string, number>>;
}
