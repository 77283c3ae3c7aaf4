import type { Result } from '#lib/edition/result.ts';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';

/**
 * The phones that asked for notices: an address, the keys to encrypt for it, and months. Each write
 * is on disk before its promise ends.
 */
export interface Subscriptions {
	/**
	 * Keeps a subscription. Idempotent: a lost answer is followed by the same request. An address that
	 * is known already changes only for the one who has its keys or its token: else `wrong-token`. A new
	 * one is refused where there are as many as there may be, over all or of different hosts.
	 */
	readonly save: (
		request: SubscriptionRequest
	) => Promise<
		Result<{ readonly isNew: boolean }, 'wrong-token' | 'subscriptions-full' | 'push-hosts-full'>
	>;
	/** Replaces what is known of an address, token included, and notes the month that it was seen. */
	readonly refresh: (
		request: SubscriptionRequest,
		token: string
	) => Promise<Result<void, 'not-found' | 'wrong-token'>>;
	/**
	 * Deletes what was saved with this token, and what waits to be sent to it, at once. The phone need
	 * not know the address: it is gone when the browser has unsubscribed, and it may have changed.
	 */
	readonly remove: (token: string) => Promise<Result<void, 'not-found'>>;
	/**
	 * Deletes at most 5,000 that no phone has refreshed for 12 whole months, and says how many: call
	 * again until it is 0.
	 */
	readonly deleteUnseen: () => Promise<number>;
}
