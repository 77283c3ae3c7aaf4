import type { Result } from '#lib/edition/result.ts';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';

/**
 * The phones that asked for notices: an endpoint, the keys to encrypt for it, and two months. Every
 * write is durable once its promise resolves.
 */
export interface Subscriptions {
	/**
	 * Stores a subscription. Idempotent: a phone whose answer was lost sends the same request again. A
	 * known endpoint can be changed only with its keys or its token: else `wrong-token`. A new one is
	 * refused when there are as many subscriptions, or hosts under one suffix, as allowed.
	 */
	readonly save: (
		request: SubscriptionRequest
	) => Promise<
		Result<{ readonly isNew: boolean }, 'wrong-token' | 'subscriptions-full' | 'push-hosts-full'>
	>;
	/** Replaces what is stored of an endpoint, its token included, and the month when it was last seen. */
	readonly refresh: (
		request: SubscriptionRequest,
		token: string
	) => Promise<Result<void, 'not-found' | 'wrong-token'>>;
	/**
	 * Deletes what was saved with this token, and the deliveries that wait for it, at once. The phone need
	 * not know the endpoint: after the browser has unsubscribed, it no longer has one.
	 */
	readonly remove: (token: string) => Promise<Result<void, 'not-found'>>;
	/**
	 * Deletes at most 5,000 that no phone has refreshed for 12 whole months, and gives how many. Call it
	 * again until it gives 0.
	 */
	readonly deleteUnseen: () => Promise<number>;
}
