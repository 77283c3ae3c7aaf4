/** `closed`: all is well. `open`: nothing is tried. `half-open`: one try is under way. */
export type BreakerState = 'closed' | 'open' | 'half-open';

interface Limits {
	/** So many failures in a row open it. */
	readonly threshold: number;
	/** The first rest, in ms; it doubles with each try that fails, to `maxRestMs`. */
	readonly restMs: number;
	readonly maxRestMs: number;
}

/** Stops trying what fails each time, and tries again now and then. All times are ms. */
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

	/** Whether a try may start. When it rests no more, the first who asks is the one that tries. */
	mayStart(now: number): boolean {
		if (this.#openUntil === undefined) return true;
		if (this.#isProbing || now < this.#openUntil) return false;
		this.#isProbing = true;
		return true;
	}

	/** How long until a try may start, in ms; 0 if now, or when the try under way has ended. */
	waitMs(now: number): number {
		return this.#openUntil === undefined ? 0 : Math.max(0, this.#openUntil - now);
	}

	succeed(): void {
		this.#failures = 0;
		this.#restMs = this.#limits.restMs;
		this.#openUntil = undefined;
		this.#isProbing = false;
	}

	/** `true`: this failure opened it, which is worth an alert. */
	fail(now: number): boolean {
		this.#failures += 1;
		if (this.#openUntil !== undefined) {
			// those that were under way when it opened say nothing new; the one that tried does
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

	/** A try that said nothing about it: neither a success nor a failure. */
	abstain(): void {
		this.#isProbing = false;
	}

	get state(): BreakerState {
		if (this.#openUntil === undefined) return 'closed';
		return this.#isProbing ? 'half-open' : 'open';
	}
}
