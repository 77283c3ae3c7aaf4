import { createRateLimiter } from './rate-limiter.ts';
import { isLoopbackPeer } from '#lib/server/process/is-loopback.ts';

/** Wrong tokens a minute: from one address, and from all of them. A person mistypes a few times. */
const PER_ADDRESS = 10;
const OVERALL = 60;
/** Addresses from which the right token came: more than an operator has. */
const MAX_KNOWN = 16;

/** Keeps wrong tokens few. Who has given the right one is never kept out by the others. */
export interface GuessLimit {
	/** Seconds after which a token from this address is looked at again; 0: now. */
	readonly waitSeconds: (address: string) => number;
	readonly countWrong: (address: string) => void;
	readonly countRight: (address: string) => void;
}

/**
 * Only wrong tokens count, so the operator's own pages and Prometheus may ask as often as they like.
 * The limit over all addresses holds neither for those that the right token came from nor for this
 * machine itself: a crowd that guesses from everywhere keeps out nobody who was here before, nor who
 * sits at the machine, and anybody else only for as long as it goes on.
 */
export function createGuessLimit(now: () => number): GuessLimit {
	const perAddress = createRateLimiter({ perMinute: PER_ADDRESS }, now);
	const overall = createRateLimiter({ perMinute: OVERALL }, now);
	const known = new Set<string>();
	const isOfCrowd = (address: string): boolean => !known.has(address) && !isLoopbackPeer(address);
	return {
		waitSeconds(address) {
			const own = perAddress.waitSeconds(address);
			return isOfCrowd(address) ? Math.max(own, overall.waitSeconds('')) : own;
		},
		countWrong(address) {
			perAddress.take(address);
			if (isOfCrowd(address)) overall.take('');
		},
		countRight(address) {
			known.delete(address);
			const [oldest] = known;
			if (known.size >= MAX_KNOWN && oldest !== undefined) known.delete(oldest);
			known.add(address);
		}
	};
}
