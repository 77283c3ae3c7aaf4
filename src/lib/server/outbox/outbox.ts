import type { Severity } from '#lib/push/notice.ts';

/** One message for one subscription, which one sender may send until its lease ends. */
export interface LeasedDelivery {
	readonly announcementId: string;
	readonly subscriptionId: string;
	/** The first attempt is 1. Settling compares it, so that a sender whose lease has ended settles nothing. */
	readonly attempt: number;
	readonly notice: {
		readonly edition: number;
		readonly severity: Severity;
		readonly proof: string;
	};
	/** ISO instant. Nothing is sent after it. */
	readonly expiresAt: string;
	readonly subscription: {
		readonly endpoint: string;
		readonly p256dh: string;
		readonly auth: string;
		/** The key that the subscription was made with. Push services accept no other signature. */
		readonly vapidKeyId: string;
		/** Whether the push service ever accepted a message for it. The prune brake counts only those. */
		readonly hasSucceeded: boolean;
		/** ISO instant of an earlier 404, if any. */
		readonly suspectSince: string | null;
	};
}

/** How an attempt ended, and what that does to the delivery and the subscription. */
export type DeliveryOutcome =
	/** 2xx. Its failures are forgotten. */
	| { readonly kind: 'sent' }
	/** 410, or a second 404 a day after the first. The subscription is deleted. */
	| { readonly kind: 'gone' }
	/** A first 404. The delivery ends, and the subscription is marked. */
	| { readonly kind: 'suspect' }
	/** 400 for this subscription alone. After three it gets no more messages; it is not deleted. */
	| { readonly kind: 'quarantine' }
	/** Refused for good, such as 413 for the smallest message. The delivery ends, the subscription stays. */
	| { readonly kind: 'failed' }
	/** A passing failure. Due again at this ISO instant, unless the announcement expires before. */
	| { readonly kind: 'retry'; readonly dueAt: string; readonly countsAsFailure: boolean };

/** The outbox as a sender sees it. All state is in the database: a sender may be killed at any call. */
export interface Outbox {
	/**
	 * Leases at most `limit` (≤ 200) due deliveries to the caller for `leaseMs` (≤ 10 minutes), critical
	 * ones first. `[]` only when nothing is due. Push services take turns; those that never accepted a
	 * message, and whose names may be invented, get a small part of each batch.
	 *
	 * `except` names origins, such as `https://fcm.googleapis.com`, or pools (`poolOf`), of which nothing
	 * is leased: those that are paused, or have enough in hand. Deliveries are made, and leased, only
	 * while some process calls `Announcements.advance`.
	 */
	readonly leaseDeliveries: (
		limit: number,
		leaseMs: number,
		except?: readonly string[]
	) => Promise<LeasedDelivery[]>;
	/**
	 * Stores how the attempt ended. `false`: the lease had ended and another sender has the delivery, or
	 * the delivery is gone. Call it as each answer arrives, without waiting for earlier calls: calls that
	 * come together are written in one transaction.
	 */
	readonly settleDelivery: (delivery: LeasedDelivery, outcome: DeliveryOutcome) => Promise<boolean>;
	/** Gives back deliveries that were not sent, as a sender does when it stops. Counts as no attempt. */
	readonly releaseDeliveries: (deliveries: readonly LeasedDelivery[]) => Promise<void>;
	/**
	 * How many subscriptions of each push service, by origin, ever had a message accepted. For the prune
	 * brake. It reads a whole index (20 ms for a million): call it once for an announcement.
	 */
	readonly countSucceeded: () => Promise<ReadonlyMap<string, number>>;
}
