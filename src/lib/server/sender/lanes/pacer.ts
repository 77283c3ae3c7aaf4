/** Lets a loop sleep until it is woken or a time has passed. Woken while it works, it skips a sleep. */
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
