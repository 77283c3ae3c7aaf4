/**
 * Allows `perSecond` on average, and bursts of at most one second's worth. Times are ms of a clock that
 * is passed in.
 */
export class TokenBucket {
	readonly #perSecond: number;
	#tokens: number;
	#at: number;

	constructor(perSecond: number, now: number) {
		this.#perSecond = perSecond;
		this.#tokens = perSecond;
		this.#at = now;
	}

	/** Takes one token and gives 0; or takes none and gives how long until there is one, in ms. */
	take(now: number): number {
		// a clock that was set back adds no tokens
		const elapsed = Math.max(0, now - this.#at);
		this.#tokens = Math.min(this.#perSecond, this.#tokens + (elapsed / 1000) * this.#perSecond);
		this.#at = now;
		if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / this.#perSecond) * 1000);
		this.#tokens -= 1;
		return 0;
	}
}
