import type { Page } from '@playwright/test';

/**
 * All that a page of the site can read on this phone: rows, caches, both storages, the state of its entry
 * in the history, cookies, notices, files and permissions. What differs between any two phones is replaced:
 * times, random names, and how often this tab navigated, which `history.length` tells anyway.
 */
export async function readableState(page: Page): Promise<Readonly<Record<string, string>>> {
	const found = await page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => {
					resolve(request.result);
				};
				request.onerror = () => {
					reject(request.error ?? new Error('a request failed'));
				};
			});
		const state: Record<string, string> = {};
		for (const { name = '' } of await indexedDB.databases()) {
			const db = await done(indexedDB.open(name));
			for (const store of db.objectStoreNames) {
				const rows = db.transaction(store).objectStore(store);
				const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
				for (const [index, key] of keys.entries()) {
					state[`row ${name} ${store} ${JSON.stringify(key)}`] = JSON.stringify(values[index]);
				}
				state[`rows ${name} ${store}`] = String(keys.length);
			}
			db.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const body = await (await cache.match(request))?.arrayBuffer();
				const digest = await crypto.subtle.digest('SHA-256', body ?? new ArrayBuffer());
				state[`cached ${name} ${request.url}`] = [...new Uint8Array(digest)].join(' ');
			}
		}
		const kept = await navigator.serviceWorker.ready;
		const notices = await kept.getNotifications();
		const files: string[] = [];
		const root = await navigator.storage.getDirectory().catch(() => undefined);
		if (root)
			for await (const [name] of root as unknown as AsyncIterable<[string]>) files.push(name);
		return {
			...state,
			localStorage: JSON.stringify({ ...localStorage }),
			sessionStorage: JSON.stringify({ ...sessionStorage }),
			'history.state': JSON.stringify(history.state),
			'window.name': window.name,
			cookies: document.cookie,
			files: JSON.stringify(files),
			notices: JSON.stringify(notices.map(({ title, body, tag }) => [title, body, tag])),
			workers: String((await navigator.serviceWorker.getRegistrations()).length)
		};
	});
	return Object.fromEntries(
		Object.entries(found).map(([name, value]) => [name, withoutTimes(value)])
	);
}

const withoutTimes = (text: string): string =>
	text
		// of an entry that the router made, and empty
		.replace(',"sveltekit:states":{}', '')
		.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
		.replaceAll(/\b1[7-9]\d{11}\b/g, '<time>')
		.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<random>');
