import { MINUTE_MS } from '#lib/edition/durations.ts';

/** The first wait is at most 30 s. It doubles with each attempt, up to 15 minutes. */
const BASE_MS = 30_000;
const MAX_MS = 15 * MINUTE_MS;

/**
 * How long to wait after attempt number `attempt` (1 is the first), in ms: anything between 0 and the
 * full wait, so that those who failed together do not come back together. `random` is in [0, 1).
 * "Full jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOffMs(attempt: number, random: number): number {
	const full = Math.min(MAX_MS, BASE_MS * 2 ** Math.min(attempt - 1, 10));
	return Math.round(random * full);
}
