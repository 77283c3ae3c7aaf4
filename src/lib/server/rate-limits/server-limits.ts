import { createGuessLimit, type GuessLimit } from './guess-limit.ts';
import type { ServerSettings } from '#lib/server/process/settings.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';

/** A phone asks a few times a day, but a school has one address: room for its phones at once. */
const PER_ADDRESS = 120;
/** Removing must work when the rest is flooded, so it has a measure of its own. */
const REMOVALS_PER_ADDRESS = 600;
/** Load balancers ask every few seconds, from one address. */
const HEALTH_PER_ADDRESS = 1200;

export interface ApiLimits {
	readonly shared: RateLimiter;
	readonly removals: RateLimiter;
	readonly health: RateLimiter;
	/** Over all addresses: what the database takes without being filled by strangers. */
	readonly newSubscriptions: RateLimiter;
}

/** Every limit of a server: those of the API's addresses, and that of guessing the operator token. */
export interface ServerLimits extends ApiLimits {
	readonly guesses: GuessLimit;
}

export function createLimits(
	{ subscriptionsPerMinute }: Pick<ServerSettings, 'subscriptionsPerMinute'>,
	now: () => number
): ServerLimits {
	return {
		shared: createRateLimiter({ perMinute: PER_ADDRESS }, now),
		removals: createRateLimiter({ perMinute: REMOVALS_PER_ADDRESS }, now),
		health: createRateLimiter({ perMinute: HEALTH_PER_ADDRESS }, now),
		newSubscriptions: createRateLimiter({ perMinute: subscriptionsPerMinute }, now),
		guesses: createGuessLimit(now)
	};
}
