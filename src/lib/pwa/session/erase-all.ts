import type { Erased } from '#lib/phone/phone.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { deleteEverything } from '#lib/storage/write/delete-everything.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';
import { unsubscribeHere } from '../push/unsubscribe-here.ts';
import { deleteCaches } from '../worker/own-caches.ts';
import { removeWorker } from '../worker/ask-worker.ts';

/**
 * Removes what this app keeps: guides, settings, its own code and its worker here, and this phone's
 * address at the server. Works offline, but for the last.
 */
export async function eraseAll(open: OpenDatabase): Promise<Erased> {
	const gone = await endNotices(open);
	// first: it may be syncing, and must store nothing after this
	const [worker] = await Promise.allSettled([removeWorker()]);
	const steps = await Promise.allSettled([
		open()
			.then(deleteEverything)
			.then(() => (gone.length > 0 ? keepPendingTokens(open, gone) : undefined)),
		deleteCaches()
	]);
	if ([worker, ...steps].some(({ status }) => status === 'rejected')) return 'failed';
	return gone.length > 0 ? 'waiting' : 'deleted';
}

/** The reader wants no trace at all: the server then finds out by itself that this phone is gone. */
export async function dropPendingTokens(open: OpenDatabase): Promise<void> {
	await keepPendingTokens(open, undefined).catch(() => undefined);
}

const keepPendingTokens = async (open: OpenDatabase, gone: string[] | undefined): Promise<void> =>
	writeSetting(await open(), 'pushGone', gone);

/** Before the worker goes. Returns what must wait. */
async function endNotices(open: OpenDatabase): Promise<string[]> {
	const { push, pushGone = [] } = await open()
		.then(readSettings)
		.catch(() => ({ push: undefined, pushGone: [] }));
	if (!push && pushGone.length === 0) return [];
	try {
		return await unsubscribeHere(open);
	} catch {
		// storage refuses: the tokens are what must not be lost
		return push ? [...pushGone, push.token] : pushGone;
	}
}
