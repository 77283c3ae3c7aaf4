import { createRateLimiter } from './rate-limiter.ts';
import { isLoopbackHost } from '#lib/edition/address/is-loopback.ts';

/** Wrong tokens a minute, from one address and from all together. A person mistypes a few times. */
const PER_ADDRESS = 10;
const OVERALL = 60;
/** How many addresses that sent the right token are remembered: more than an operator has. */
const MAX_KNOWN = 16;

/** Limits wrong tokens. Whoever has sent the right one is never locked out by the guesses of others. */
export interface GuessLimit {
	/** In how many seconds a token from this address is looked at; 0: now. */
	readonly waitSeconds: (address: string) => number;
	readonly countWrong: (address: string) => void;
	readonly countRight: (address: string) => void;
}

/**
 * Only wrong tokens count, so the operator and Prometheus may ask as often as they like. The limit over
 * all addresses does not apply to addresses that have sent the right token, nor to this machine: a
 * crowd that guesses from everywhere locks out only newcomers, and only while it goes on.
 */
export function createGuessLimit(now: () => number): GuessLimit {
	const perAddress = createRateLimiter({ perMinute: PER_ADDRESS }, now);
	const overall = createRateLimiter({ perMinute: OVERALL }, now);
	const known = new Set<string>();
	const isOfCrowd = (address: string): boolean => !known.has(address) && !isLoopbackHost(address);
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
