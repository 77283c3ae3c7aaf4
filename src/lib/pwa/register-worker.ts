import { Workbox } from 'workbox-window';

export interface AppUpdates {
	/** Lets the waiting version take over, and reloads this tab, and only this one. */
	readonly acceptUpdate: () => void;
	readonly checkForUpdate: () => Promise<void>;
}

export interface RegisterOptions {
	/** A new version of the app waits. May be called again for a newer one. */
	readonly onWaiting: () => void;
}

/** `undefined` where the browser has no service workers or refuses one. */
export async function registerWorker({
	onWaiting
}: RegisterOptions): Promise<AppUpdates | undefined> {
	if (!('serviceWorker' in navigator)) return;
	const workbox = new Workbox('/service-worker.js', { scope: '/', updateViaCache: 'none' });
	workbox.addEventListener('waiting', onWaiting);
	const registration = await workbox.register().catch(() => undefined);
	if (!registration) return;
	// an update that an earlier page found, which workbox-window does not tell (its issue 2470)
	if (registration.waiting) onWaiting();
	registration.addEventListener('updatefound', () => {
		const { installing } = registration;
		installing?.addEventListener('statechange', () => {
			if (installing.state === 'installed' && registration.active) onWaiting();
		});
	});

	return {
		acceptUpdate() {
			const { waiting } = registration;
			// only this tab reloads: the others keep their text until they are opened anew
			navigator.serviceWorker.addEventListener(
				'controllerchange',
				() => {
					location.reload();
				},
				{ once: true }
			);
			waiting?.postMessage({ type: 'SKIP_WAITING' });
		},
		async checkForUpdate() {
			await registration.update().catch(() => undefined);
		}
	};
}
