/** Something that goes on until it is stopped. */
export interface Repeated {
	/** Waits for what is being done. Nothing is begun after. */
	readonly stop: () => Promise<void>;
}

/** Does `work` again and again; it says after how many milliseconds. It must not reject. */
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
