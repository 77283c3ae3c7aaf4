import type { Page } from '@playwright/test';
import { expect, readyFor, test } from './site-test.ts';

/** Damages the stored text of every article, as a failing memory would, a week after the last check. */
function damage(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => {
					resolve(request.result);
				};
				request.onerror = () => {
					reject(new Error(request.error?.name));
				};
			});
		const db = await done(indexedDB.open('handrail'));
		const tx = db.transaction(['blobs', 'listings'], 'readwrite');
		const [blobs, listings] = [tx.objectStore('blobs'), tx.objectStore('listings')];
		const keys = await done(blobs.getAllKeys());
		const broken = keys.slice(0, 5);
		for (const key of broken) await done(blobs.put('{"rotten":', key));
		for (const key of await done(listings.getAllKeys())) {
			const row = (await done(listings.get(key))) as object;
			await done(listings.put({ ...row, checkedAt: '2026-01-01T00:00:00.000Z' }, key));
		}
		db.close();
		return broken.length;
	});
}

function rottenBlobs(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('handrail');
				opening.onsuccess = () => {
					const request = opening.result.transaction('blobs').objectStore('blobs').getAll();
					request.onsuccess = () => {
						opening.result.close();
						resolve((request.result as string[]).filter((it) => it === '{"rotten":').length);
					};
				};
			})
	);
}

test('texts that rotted on the phone are found within a week, and fetched again', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	expect(await damage(page)).toBe(5);
	expect(await rottenBlobs(page)).toBe(5);

	await readyFor(page, `${site.origin}/en/help/`);
	await expect.poll(() => rottenBlobs(page)).toBe(0);
	await site.kill();
	await readyFor(page, `${site.origin}/en/`);
});
