/**
 * Allows `perSecond` on average, and as many at once as were saved up, at most one second's worth. All
 * times are ms of a clock that is passed in.
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

	/** 0: one was taken. Else how long until there is one, in ms. */
	take(now: number): number {
		// a clock that was set back saves nothing up
		const elapsed = Math.max(0, now - this.#at);
		this.#tokens = Math.min(this.#perSecond, this.#tokens + (elapsed / 1000) * this.#perSecond);
		this.#at = now;
		if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / this.#perSecond) * 1000);
		this.#tokens -= 1;
		return 0;
	}
}
