import { HOUR_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import { Breaker } from './breaker.ts';

/** People have to put credentials right: the rests are ten minutes at first, an hour at most. */
const LIMITS = { threshold: 5, restMs: 10 * MINUTE_MS, maxRestMs: HOUR_MS } as const;
/** How recent a success must be to count as "others succeed". */
const LATELY_MS = HOUR_MS;

/** Whether one push service accepts one VAPID key. */
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
