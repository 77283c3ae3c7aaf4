import type { Page } from '@playwright/test';
import { expect, readyFor, test } from './site-test.ts';

/** Rows in all stores, code caches and workers: what this site has on the phone. */
function leftovers(page: Page): Promise<{ rows: number; caches: number; workers: number }> {
	return page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('handrail');
			opening.onsuccess = () => {
				resolve(opening.result);
			};
			opening.onerror = () => {
				reject(new Error('handrail'));
			};
		});
		const names = [...db.objectStoreNames];
		const counts = await Promise.all(
			names.map(
				(name) =>
					new Promise<number>((resolve) => {
						const request = db.transaction(name).objectStore(name).count();
						request.onsuccess = () => {
							resolve(request.result);
						};
					})
			)
		);
		db.close();
		return {
			rows: counts.reduce((sum, count) => sum + count, 0),
			caches: (await caches.keys()).length,
			workers: (await navigator.serviceWorker.getRegistrations()).length
		};
	});
}

test('"Delete everything" leaves nothing, and nothing comes back while the page stays open', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await expect(page.getByRole('main')).toContainText('Deleted.');
	await expect.poll(() => leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });

	// what makes an open page look for a newer edition, and a page in another language
	const asked = page.waitForRequest('**/published/head.json', { timeout: 3000 }).catch(() => null);
	await page.evaluate(() => {
		document.dispatchEvent(new Event('visibilitychange'));
		dispatchEvent(new Event('online'));
	});
	await page.getByRole('link', { name: 'Help' }).click();
	expect(await asked).toBeNull();
	expect(await leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });
});
