/** Work that is repeated until it is stopped. */
export interface Repeated {
	/** Waits for the run that is under way. No other follows. */
	readonly stop: () => Promise<void>;
}

/** Repeats `work`, each time after the number of ms that the run before gave. It must not reject. */
export function repeat(work: () => Promise<number>): Repeated {
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;
	let running: Promise<void> = Promise.resolve();

	const next = async (): Promise<void> => {
		const waitMs = await work();
		if (!isStopped) timer = setTimeout(start, waitMs);
	};
	const start = (): void => {
		running = next();
	};
	start();
	return {
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await running;
		}
	};
}
