import { createHash, randomBytes } from 'node:crypto';
import { DAY_MS, MINUTE_MS } from '#lib/edition/durations.ts';

/** A burst of this many, and then as many spread evenly over a minute. */
export interface Allowance {
	readonly perMinute: number;
}

export interface RateLimiter {
	/** Takes one from the allowance of `key`. Gives 0, or in how many seconds there will be one. */
	readonly take: (key: string) => number;
	/** The same without taking one. */
	readonly waitSeconds: (key: string) => number;
}

interface Bucket {
	left: number;
	/** When `left` was counted, ms since 1970. */
	at: number;
}

/**
 * A token bucket for each key, in memory. Keys are stored as salted hashes, and salt and buckets are
 * thrown away each day, so the memory does not tell who was here. The number of buckets is bounded, so
 * that a flood of addresses cannot fill the memory: the least recently used go first.
 */
export function createRateLimiter(
	{ perMinute }: Allowance,
	now: () => number,
	maxBuckets = 50_000
): RateLimiter {
	const buckets = new Map<string, Bucket>();
	let salt = randomBytes(32);
	let day = Math.floor(now() / DAY_MS);

	const forget = (today: number): void => {
		buckets.clear();
		salt = randomBytes(32);
		day = today;
	};

	const look = (key: string): Bucket & { id: string } => {
		const at = now();
		const today = Math.floor(at / DAY_MS);
		if (today !== day) forget(today);
		const id = createHash('sha256').update(salt).update(key).digest('base64');
		const before = buckets.get(id) ?? { left: perMinute, at };
		// a clock that was set back must not lock anybody out
		const passedMs = Math.max(0, at - before.at);
		const left = Math.min(perMinute, before.left + (passedMs / MINUTE_MS) * perMinute);
		return { id, at, left };
	};
	const secondsUntilOne = (left: number): number =>
		left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60);

	return {
		waitSeconds: (key) => secondsUntilOne(look(key).left),
		take(key) {
			const { id, at, left } = look(key);
			// inserted again at the end, so that the first in the map is the least recently used
			buckets.delete(id);
			if (buckets.size >= maxBuckets) buckets.delete(buckets.keys().next().value ?? '');
			buckets.set(id, { left: left >= 1 ? left - 1 : left, at });
			return secondsUntilOne(left);
		}
	};
}
