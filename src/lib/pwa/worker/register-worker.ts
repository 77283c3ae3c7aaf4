import { toHref } from '#lib/edition/address/base-path.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { toStorageCode } from '#lib/storage/database/storage-error.ts';
import { Workbox } from 'workbox-window';

export interface AppUpdates {
	/** Lets the waiting version take over, then reloads this tab, and only this one. */
	readonly acceptUpdate: () => void;
	readonly checkForUpdate: () => Promise<void>;
}

export interface RegisterOptions {
	/** A new version of the app waits. May be called again for a newer one. */
	readonly onWaiting: () => void;
}

/**
 * A classic script: module workers need Firefox 147. Its bytes are asked for anew at each check, but not
 * those of the script that it imports, whose name has a hash.
 */
const SCRIPT = toHref('/service-worker.js');
const OPTIONS = { scope: toHref('/'), updateViaCache: 'imports' } as const;

/**
 * `undefined` where the browser has no service workers or refuses one, and where it denies storage, without
 * which a worker's pages are empty: reading works without.
 */
export async function registerWorker(
	open: OpenDatabase,
	{ onWaiting }: RegisterOptions
): Promise<AppUpdates | undefined> {
	if (!('serviceWorker' in navigator)) return;
	if ((await open().catch(toStorageCode)) === 'storage-denied') return;
	const workbox = new Workbox(SCRIPT, OPTIONS);
	const registration = await workbox.register({ immediate: true }).catch(() => undefined);
	if (!registration) return;

	// found by an earlier page, which was closed with its update not accepted
	if (registration.waiting && registration.active) onWaiting();
	// and each that this page finds: workbox-window does not tell of a third (workbox #2470)
	registration.addEventListener('updatefound', () => {
		const { installing } = registration;
		installing?.addEventListener('statechange', () => {
			if (installing.state === 'installed' && registration.active) onWaiting();
		});
	});

	return {
		acceptUpdate() {
			const reload = (): void => location.reload();
			navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
			workbox.messageSkipWaiting();
		},
		async checkForUpdate() {
			// of a first worker that found no room to be installed, no registration is left
			const again = () => navigator.serviceWorker.register(SCRIPT, OPTIONS);
			await registration
				.update()
				.catch(again)
				// offline, or the server is down: the next check finds it
				.catch(() => undefined);
		}
	};
}
