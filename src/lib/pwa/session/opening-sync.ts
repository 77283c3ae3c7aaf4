import { isWorkerSync, type WorkerSync } from '../sync/worker-sync.ts';
import { ask } from '../worker/ask-worker.ts';

/** A browser may end a worker at any time: then the page syncs by itself. */
const ENDED_MS = 30_000;

/**
 * Asks once how the sync ended that the worker began when it answered this page. `undefined` later, and
 * where there was none: no worker answered, or nothing of the page's language is here.
 */
export function createOpeningSync(): () => Promise<WorkerSync | undefined> {
	let isAsked = false;
	return async () => {
		if (isAsked) return undefined;
		isAsked = true;
		const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
		const ended = worker && (await ask(worker, 'TAKE_OPENING_SYNC', { answerMs: ENDED_MS }));
		return isWorkerSync(ended) ? ended : undefined;
	};
}
