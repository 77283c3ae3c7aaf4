import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sqliteThread, type ThreadAnswer, type ThreadTask } from './sqlite-thread.ts';

interface Waiting {
	readonly resolve: (answer: ThreadAnswer) => void;
	readonly reject: (error: Error) => void;
}

/** The code of the error when the thread has ended: the database has to be reopened. */
export const THREAD_ENDED = 'ERR_DATABASE_THREAD_ENDED';

/** The caller's side of the thread that works on a SQLite file. Tasks run in the order of the calls. */
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
		// a bug in the thread: reject what waits for it; the thread exits by itself
		this.#thread.on('error', () => undefined);
		this.#thread.on('exit', () => {
			this.#hasEnded = true;
			for (const { reject } of this.#waiting.values()) reject(threadEnded());
			this.#waiting.clear();
		});
	}

	/** A new id for a cursor. */
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

	/** Ends the thread after the tasks that it was given before. */
	async close(): Promise<void> {
		if (!this.#hasEnded) await this.ask({ kind: 'close' });
		await this.#ended;
	}
}

const threadEnded = (): Error =>
	Object.assign(new Error('The thread of the database has ended'), { code: THREAD_ENDED });
