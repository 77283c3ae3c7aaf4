import { ask } from './ask-worker.ts';

/**
 * The text that another app has just shared to this one, once: the worker holds it in memory until
 * it is asked for, and nowhere else. `undefined` where nothing was shared.
 */
export async function takeSharedMessage(): Promise<string | undefined> {
	const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
	const text = worker && (await ask(worker, 'TAKE_SHARED_MESSAGE'));
	return typeof text === 'string' ? text : undefined;
}
