import { Worker } from 'node:worker_threads';
import type { CorpusAnswer, CorpusJob } from './corpus-job.ts';

type Asked = Omit<CorpusJob, 'number'>;

interface Waiting {
	readonly asked: Asked;
	readonly resolve: (answer: CorpusAnswer | undefined) => void;
	readonly reject: (error: Error) => void;
}

/** How long nobody may have asked again before the thread is: a person pauses between words. */
const QUIET_MS = 300;

/**
 * Checks the whole corpus in a thread of its own. Only the newest question is answered: one that was
 * overtaken gets `undefined`, at once if it was not begun.
 */
export class CorpusChecker {
	readonly #quietMs: number;
	#thread: Worker | undefined;
	#timer: NodeJS.Timeout | undefined;
	#next: Waiting | undefined;
	#running: (Waiting & { readonly number: number }) | undefined;
	#number = 0;

	constructor(quietMs = QUIET_MS) {
		this.#quietMs = quietMs;
	}

	check(asked: Asked): Promise<CorpusAnswer | undefined> {
		this.#next?.resolve(undefined);
		return new Promise((resolve, reject) => {
			this.#next = { asked, resolve, reject };
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#start(), this.#quietMs);
		});
	}

	async close(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		for (const waiting of [this.#next, this.#running]) waiting?.resolve(undefined);
		this.#next = this.#running = undefined;
		await this.#thread?.terminate();
		this.#thread = undefined;
	}

	#start(): void {
		this.#timer = undefined;
		const next = this.#next;
		if (!next || this.#running) return;
		this.#next = undefined;
		this.#number += 1;
		this.#running = { ...next, number: this.#number };
		this.#thread ??= this.#open();
		this.#thread.ref();
		this.#thread.postMessage({ ...next.asked, number: this.#number } satisfies CorpusJob);
	}

	#open(): Worker {
		const thread = new Worker(new URL('./corpus-thread.ts', import.meta.url));
		thread.on('message', (answer: CorpusAnswer) => {
			const running = this.#running;
			// nobody waits for it now: a command that is done may end
			thread.unref();
			this.#running = undefined;
			// whoever asked since is told by the next answer
			running?.resolve(this.#next ? undefined : answer);
			if (this.#next && this.#timer === undefined) this.#start();
		});
		thread.on('error', (error: Error) => {
			this.#thread = undefined;
			this.#running?.reject(error);
			this.#running = undefined;
		});
		return thread;
	}
}
