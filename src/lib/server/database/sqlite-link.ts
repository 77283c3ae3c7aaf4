import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sqliteThread, type ThreadAnswer, type ThreadTask } from './sqlite-thread.ts';

interface Waiting {
	readonly resolve: (answer: ThreadAnswer) => void;
	readonly reject: (error: Error) => void;
}

/** Of an error: the thread has ended, and the database must be opened anew. */
export const THREAD_ENDED = 'ERR_DATABASE_THREAD_ENDED';

/** This side of the thread that works on a SQLite file. Tasks are done in the order they are given. */
export class SqliteLink {
	readonly #thread = new Worker(`(${sqliteThread.toString()})()`, { eval: true });
	readonly #waiting = new Map<number, Waiting>();
	readonly #ended: Promise<unknown>;
	#hasEnded = false;
	#last = 0;

	constructor() {
		this.#ended = once(this.#thread, 'exit').catch(() => undefined);
		this.#thread.on('message', (answer: ThreadAnswer) => {
			const waiting = this.#waiting.get(answer.id);
			this.#waiting.delete(answer.id);
			if (answer.error)
				waiting?.reject(Object.assign(new Error(answer.error.message), answer.error));
			else waiting?.resolve(answer);
		});
		// a bug in the thread: whoever waits is told, and the exit follows
		this.#thread.on('error', () => undefined);
		this.#thread.on('exit', () => {
			this.#hasEnded = true;
			for (const { reject } of this.#waiting.values()) reject(threadEnded());
			this.#waiting.clear();
		});
	}

	/** Gives an id that no other reading has. */
	newCursor(): number {
		this.#last += 1;
		return this.#last;
	}

	ask(task: ThreadTask): Promise<ThreadAnswer> {
		if (this.#hasEnded) return Promise.reject(threadEnded());
		this.#last += 1;
		const id = this.#last;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#thread.postMessage({ id, task });
		});
	}

	/** Waits for what was asked before. */
	async close(): Promise<void> {
		if (!this.#hasEnded) await this.ask({ kind: 'close' });
		await this.#ended;
	}
}

const threadEnded = (): Error =>
	Object.assign(new Error('The thread of the database has ended'), { code: THREAD_ENDED });
