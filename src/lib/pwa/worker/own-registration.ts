import { toHref } from '#lib/edition/address/base-path.ts';

const NOT_YET_MS = 250;

const ownScope = (): string => new URL(toHref('/'), location.origin).href;

/**
 * This app's registration. For a page that has none yet, the browser names the one of an app above it
 * on the same host, if there is one: that one is left alone.
 */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
	if (!('serviceWorker' in navigator)) return;
	const scope = ownScope();
	const found = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
	return found?.scope === scope ? found : undefined;
}

/** The same, once its worker is active. Never resolves where there is none. */
export async function ownReadyRegistration(): Promise<ServiceWorkerRegistration> {
	const ready = await navigator.serviceWorker.ready;
	if (ready.scope === ownScope()) return ready;
	// an app above this one was there first, and the browser tells of no other in this page
	for (;;) {
		const own = await ownRegistration();
		if (own?.active) return own;
		await new Promise((resolve) => setTimeout(resolve, NOT_YET_MS));
	}
}
