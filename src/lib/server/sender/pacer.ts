/** Lets a loop rest until it is woken, or until a time has passed. A wake while it works is kept. */
export class Pacer {
	#isWoken = false;
	#stopResting: (() => void) | undefined;

	wake(): void {
		this.#isWoken = true;
		this.#stopResting?.();
	}

	async rest(ms: number): Promise<void> {
		if (!this.#isWoken) {
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, ms);
				this.#stopResting = () => {
					clearTimeout(timer);
					resolve();
				};
			});
			this.#stopResting = undefined;
		}
		this.#isWoken = false;
	}
}
