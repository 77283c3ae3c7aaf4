/** The limits that one sender keeps. */
export interface SenderLimits {
	/** Requests at a time to one push service. They accept 100 HTTP/2 streams on a connection. */
	readonly concurrency: number;
	/** Messages a second to one push service, on average. */
	readonly perSecond: number;
	/** For connecting, sending and reading the whole answer. */
	readonly deadlineMs: number;
	/** Long enough to empty a queue; short enough that a killed sender delays nothing for long. */
	readonly leaseMs: number;
}

/**
 * Push services answer within a fraction of a second, and none publishes the rate at which it answers
 * 429. One processor can encrypt about 2,000 messages a second.
 */
export const SENDER_LIMITS: SenderLimits = {
	concurrency: 100,
	perSecond: 2000,
	deadlineMs: 15_000,
	leaseMs: 120_000
};
