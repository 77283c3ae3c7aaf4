/** What one sender allows itself. */
export interface SenderLimits {
	/** Requests at a time to one push service: they take a hundred HTTP/2 streams on a connection. */
	readonly concurrency: number;
	/** Messages to one push service, on average. */
	readonly perSecond: number;
	/** Over connecting, sending and the whole answer. */
	readonly deadlineMs: number;
	/** Long enough for a queue to empty, short enough that a kill delays nothing for long. */
	readonly leaseMs: number;
}

/**
 * Push services answer in a fraction of a second. None of them names a rate at which it says 429;
 * two thousand a second is about what one processor can encrypt.
 */
export const SENDER_LIMITS: SenderLimits = {
	concurrency: 100,
	perSecond: 2000,
	deadlineMs: 15_000,
	leaseMs: 120_000
};
