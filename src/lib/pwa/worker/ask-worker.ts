import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isCodeState, type CodeState } from './code-state.ts';
import { ownReadyRegistration, ownRegistration } from './own-registration.ts';

const ANSWER_MS = 3000;
/** Its hashing waits for the page's own start on a slow phone. */
const CHECK_MS = 15_000;
/** Some hundred kB over a bad line. Whatever came until then is counted. */
const KEEP_MS = 120_000;

/** Without an active worker there is no code cache, and nothing opens offline. */
const activeWorker = async (): Promise<ServiceWorker | undefined> =>
	(await ownRegistration())?.active ?? undefined;

/** What the worker answers. `undefined`: it does not know the question, or is too busy for long. */
export function ask(
	worker: ServiceWorker,
	type: string,
	{ answerMs = ANSWER_MS, ...more }: { answerMs?: number } & Record<string, unknown> = {}
): Promise<unknown> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		const timer = setTimeout(resolve, answerMs, undefined);
		port1.onmessage = ({ data }: MessageEvent<unknown>) => {
			clearTimeout(timer);
			resolve(data);
		};
		worker.postMessage({ type, ...more }, [port2]);
	});
}

export interface CodeCheck {
	/** Whose interface must be here: the reader's, and what else is kept. */
	readonly languages: readonly LanguageTag[];
	/** Compare the bytes of all files again. */
	readonly deep?: boolean;
}

/** What the worker's cache holds of the code, now. What it does not say is not there. */
export async function checkCode(check: CodeCheck): Promise<CodeState> {
	const worker = await activeWorker();
	const state = worker && (await ask(worker, 'CHECK_CODE', { ...check, answerMs: CHECK_MS }));
	return isCodeState(state) ? state : 'missing';
}

interface KeepCode extends Pick<CodeCheck, 'languages'> {
	/** Ends the wait for a worker. */
	readonly signal?: AbortSignal;
}

/**
 * Fetches what is missing of the code. Waits for a worker that is still being installed: texts can be
 * here sooner than the code. Never resolves where there is none.
 */
export async function keepCode({ languages, signal }: KeepCode): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const { active } = await ownReadyRegistration();
	if (active && !signal?.aborted) await ask(active, 'KEEP_CODE', { languages, answerMs: KEEP_MS });
}

/** The worker stores nothing any more, and the next page comes from the network again. */
export async function removeWorker(): Promise<void> {
	const registration = await ownRegistration();
	if (!registration) return;
	const { active, installing, waiting } = registration;
	const workers = [active, installing, waiting].filter((it) => it !== null);
	await Promise.all(workers.map((worker) => ask(worker, 'FORGET_CODE')));
	await registration.unregister();
}
