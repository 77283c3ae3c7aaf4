import { toPath } from '#lib/edition/address/base-path.ts';
import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { isOwnPage } from '#lib/edition/address/places.ts';
import { repairInWorker } from '#lib/pwa/push/worker-push.ts';
import { syncKeptLanguages, syncOpenedPage } from '#lib/pwa/sync/sync-without-page.ts';
import type { WorkerSync } from '#lib/pwa/sync/worker-sync.ts';
import { worker } from './scope.ts';

/** Of the page that was opened last, until it has asked how it ended. */
interface Opening {
	readonly sync: Promise<WorkerSync | undefined>;
	isOver: boolean;
}

let opening: Opening | undefined;
let ending = new AbortController();

/**
 * The same sync as the page's, when the browser finds a good moment. Nothing is shown and nothing is
 * thrown: a failed sync says nothing about this phone, and the next one asks again.
 */
export async function syncInBackground(): Promise<void> {
	await syncKeptLanguages(ending.signal);
}

/**
 * The sync of a page that is being answered. It runs once the page is sent, while its own script is still
 * being read. The page may ask sooner how it ended: then it waits, and does not ask the host again.
 */
export async function syncForPage(url: string, whenSent: Promise<unknown>): Promise<void> {
	const path = toPath(new URL(url).pathname) ?? '';
	if (!isOwnPage(path)) return;
	if (opening?.isOver !== false) opening = begin(path.split('/')[1] ?? '', whenSent);
	await opening.sync;
}

function begin(tag: string, whenSent: Promise<unknown>): Opening {
	// of now: what is deleted while the page is on its way ends this sync, too
	const { signal } = ending;
	const sync = whenSent.then(() => syncOpenedPage(isLanguageTag(tag) ? tag : undefined, signal));
	const begun: Opening = {
		// the page then syncs by itself, and says what is wrong
		sync: sync.catch(() => undefined).finally(() => (begun.isOver = true)),
		isOver: false
	};
	return begun;
}

/** How it ended; once, since whatever is asked for after it is asked for anew. */
export async function takeOpeningSync(): Promise<WorkerSync | undefined> {
	const taken = opening;
	const ended = await taken?.sync;
	if (opening === taken) opening = undefined;
	return ended;
}

/** The reader deletes everything: nothing more is asked for, and nothing is stored after it. */
export async function endSync(): Promise<void> {
	ending.abort();
	ending = new AbortController();
	await takeOpeningSync();
}

/** The subscription to notices, mended or ended as far as there is a connection. */
export async function repairInBackground(): Promise<void> {
	await repairInWorker(worker.registration.pushManager);
}
