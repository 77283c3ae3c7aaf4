import { createGuessLimit, type GuessLimit } from './guess-limit.ts';
import type { ServerSettings } from '#lib/server/process/settings.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';

/** A phone asks a few times a day, but a whole school may have one address. */
const PER_ADDRESS = 120;
/** Removing must work while the rest is flooded, so it has a limit of its own. */
const REMOVALS_PER_ADDRESS = 600;
/** Load balancers ask every few seconds, all from one address. */
const HEALTH_PER_ADDRESS = 1200;

export interface ApiLimits {
	readonly shared: RateLimiter;
	readonly removals: RateLimiter;
	readonly health: RateLimiter;
	/** Over all addresses together, so that strangers cannot fill the database quickly. */
	readonly newSubscriptions: RateLimiter;
}

/** Every limit of a server: those of the API, and that of guessing the operator token. */
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
