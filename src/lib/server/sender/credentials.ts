import { HOUR_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import { Breaker } from './breaker.ts';

/** Somebody has to put credentials right: ten minutes at first, an hour at most. */
const LIMITS = { threshold: 5, restMs: 10 * MINUTE_MS, maxRestMs: HOUR_MS } as const;
/** "Others succeed" means within this time. */
const LATELY_MS = HOUR_MS;

/** How one VAPID key fares with one push service. */
export class Credentials {
	readonly breaker = new Breaker(LIMITS);
	#acceptedAt: number | undefined;

	accept(now: number): void {
		this.#acceptedAt = now;
		this.breaker.succeed();
	}

	hasSucceeded(now: number): boolean {
		return this.#acceptedAt !== undefined && now - this.#acceptedAt < LATELY_MS;
	}
}
