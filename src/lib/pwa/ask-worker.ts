import { ownReadyRegistration, ownRegistration } from './own-registration.ts';

const ANSWER_MS = 3000;

/** Without an active worker there is no code cache, and nothing opens offline. */
const activeWorker = async (): Promise<ServiceWorker | undefined> =>
	(await ownRegistration())?.active ?? undefined;

/** What the worker answers. `undefined`: it does not know the question, or is too busy for long. */
export function ask(worker: ServiceWorker, type: string): Promise<unknown> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		const timer = setTimeout(resolve, ANSWER_MS, undefined);
		port1.onmessage = ({ data }: MessageEvent<unknown>) => {
			clearTimeout(timer);
			resolve(data);
		};
		worker.postMessage({ type }, [port2]);
	});
}

/** Whether every file of the app's code is in the worker's cache. It repairs itself where not. */
export async function isShellWhole(): Promise<boolean> {
	const worker = await activeWorker();
	return worker !== undefined && (await ask(worker, 'IS_SHELL_WHOLE')) === true;
}

/**
 * Asks for what nobody needs at once: the later pages, and the interface in all languages. Who saves
 * data gets the pages only. Waits for a worker that is still being installed: texts can be here
 * sooner than the code. Never resolves where there is none.
 */
export async function keepTheRest({ isSaving }: { isSaving: boolean }): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const { active } = await ownReadyRegistration();
	active?.postMessage({ type: isSaving ? 'KEEP_LATER' : 'KEEP_THE_REST' });
}

/** The next page comes from the network again. */
export async function removeWorker(): Promise<void> {
	await (await ownRegistration())?.unregister();
}
