import { toOwnName } from '#lib/edition/address/base-path.ts';

/** How the names of the caches of this app's code begin; its version follows. */
export const CACHE_PREFIX: string = toOwnName('app-');

/** Whether a cache is one of ours, of any release: a host may have other apps, with their own. */
const isOwnCache = (name: string): boolean =>
	name.startsWith(CACHE_PREFIX) && !name.slice(CACHE_PREFIX.length).includes('/');

const LOCK = toOwnName('code-caches');

/**
 * Of all releases, one at a time makes a cache or deletes them. To look for a cache and to open it are two
 * steps, and to open one that was deleted between them makes it anew.
 */
export function alone<T>(act: () => Promise<T>): Promise<T> {
	// absent in WebKit before 15.4: what comes back there is deleted by the next release
	const locks = navigator.locks as LockManager | undefined;
	return locks ? locks.request(LOCK, act) : act();
}

/** Of this app, whatever release made them. */
export async function ownCaches(): Promise<string[]> {
	return (await caches.keys()).filter((name) => isOwnCache(name));
}

/** Deletes caches of this app: all, unless it is said which. */
export const deleteCaches = (isWanted: (name: string) => boolean = () => true): Promise<void> =>
	alone(async () => {
		const names = (await ownCaches()).filter(isWanted);
		await Promise.all(names.map((name) => caches.delete(name)));
	});
