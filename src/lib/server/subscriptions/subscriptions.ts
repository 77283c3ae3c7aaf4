import type { Result } from '#lib/edition/result.ts';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';

/**
 * The phones that asked for notices: an address, the keys to encrypt for it, and months. Each write
 * is on disk before its promise ends.
 */
export interface Subscriptions {
	/**
	 * Keeps a subscription. Idempotent: a lost answer is followed by the same request. An address that
	 * is known already changes only for the one who has its keys or its token: else `wrong-token`.
	 */
	readonly save: (
		request: SubscriptionRequest
	) => Promise<Result<{ readonly isNew: boolean }, 'wrong-token'>>;
	/** Replaces what is known of an address, token included, and notes the month that it was seen. */
	readonly refresh: (
		request: SubscriptionRequest,
		token: string
	) => Promise<Result<void, 'not-found' | 'wrong-token'>>;
	/** Deletes the row and what waits to be sent to it, at once. */
	readonly remove: (
		endpoint: string,
		token: string
	) => Promise<Result<void, 'not-found' | 'wrong-token'>>;
	/**
	 * Deletes at most 5,000 that no phone has refreshed for 12 whole months, and says how many: call
	 * again until it is 0.
	 */
	readonly deleteUnseen: () => Promise<number>;
}
