/** `closed`: all is well. `open`: nothing is attempted. `half-open`: one attempt is under way. */
export type BreakerState = 'closed' | 'open' | 'half-open';

interface Limits {
	/** How many failures in a row open it. */
	readonly threshold: number;
	/** The first rest, in ms. It doubles with each failed attempt, up to `maxRestMs`. */
	readonly restMs: number;
	readonly maxRestMs: number;
}

/** A circuit breaker: stops what keeps failing, but for one attempt now and then. Times are ms. */
export class Breaker {
	readonly #limits: Limits;
	#failures = 0;
	#restMs: number;
	#openUntil: number | undefined;
	#isProbing = false;

	constructor(limits: Limits) {
		this.#limits = limits;
		this.#restMs = limits.restMs;
	}

	/** Whether an attempt may start. After a rest, `true` for one caller, whose attempt decides. */
	mayStart(now: number): boolean {
		if (this.#openUntil === undefined) return true;
		if (this.#isProbing || now < this.#openUntil) return false;
		this.#isProbing = true;
		return true;
	}

	/** How long until an attempt may start, in ms; 0 if now, or as soon as the one under way has ended. */
	waitMs(now: number): number {
		return this.#openUntil === undefined ? 0 : Math.max(0, this.#openUntil - now);
	}

	succeed(): void {
		this.#failures = 0;
		this.#restMs = this.#limits.restMs;
		this.#openUntil = undefined;
		this.#isProbing = false;
	}

	/** `true` if this failure opened it, which is worth an alert. */
	fail(now: number): boolean {
		this.#failures += 1;
		if (this.#openUntil !== undefined) {
			// attempts that were under way when it opened tell nothing new; the one let through does
			if (this.#isProbing) {
				this.#restMs = Math.min(this.#limits.maxRestMs, this.#restMs * 2);
				this.#openUntil = now + this.#restMs;
			}
			this.#isProbing = false;
			return false;
		}
		if (this.#failures < this.#limits.threshold) return false;
		this.#openUntil = now + this.#restMs;
		return true;
	}

	/** The attempt was neither a success nor a failure: another one may be let through. */
	abstain(): void {
		this.#isProbing = false;
	}

	get state(): BreakerState {
		if (this.#openUntil === undefined) return 'closed';
		return this.#isProbing ? 'half-open' : 'open';
	}
}
