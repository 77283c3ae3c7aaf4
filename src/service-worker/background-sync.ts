import { repairInWorker } from '#lib/pwa/push/worker-push.ts';
import { syncKeptLanguages } from '#lib/pwa/sync/sync-without-page.ts';
import { worker } from './scope.ts';

/**
 * The same sync as the page's, when the browser finds a good moment. Nothing is shown and nothing is
 * thrown: a failed sync says nothing about this phone, and the next one asks again.
 */
export async function syncInBackground(): Promise<void> {
	await syncKeptLanguages();
}

/** The subscription to notices, mended or ended as far as there is a connection. */
export async function repairInBackground(): Promise<void> {
	await repairInWorker(worker.registration.pushManager);
}
