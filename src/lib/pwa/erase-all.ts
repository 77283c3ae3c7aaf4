import { deleteEverything } from '#lib/storage/delete-everything.ts';
import type { OpenDatabase } from '#lib/storage/database-opener.ts';
import { removeWorker } from './ask-worker.ts';

/**
 * Removes what this app keeps on the phone: guides, settings, its own code and its worker. Works
 * offline. `false` where something is left, because the browser refused.
 */
export async function eraseAll(open: OpenDatabase): Promise<boolean> {
	const steps = await Promise.allSettled([
		open().then(deleteEverything),
		caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
		removeWorker()
	]);
	return steps.every(({ status }) => status === 'fulfilled');
}
