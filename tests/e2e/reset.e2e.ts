import type { Page } from '@playwright/test';
import { expect, readyFor, test } from './site-test.ts';

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
const databases = (page: Page): Promise<(string | undefined)[]> =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** Replaces the app's script in the cache, so that the app no longer starts. */
async function breakApp(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				if (!/\/bundle\.[^/]*\.js$/.test(request.url)) continue;
				const type = { 'content-type': 'text/javascript' };
				await cache.put(request, new Response('throw new Error("broken")', { headers: type }));
			}
		}
	});
}

test('the repair page fetches the app again, and the guides stay', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.provokes(/Error: broken/);
	await readyFor(page, `${site.origin}/en/`);
	await breakApp(page);
	// pages that only the app can render are empty now; those that the worker renders are readable
	await page.goto(`${site.origin}/en/about/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
	await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');

	await page.goto(`${site.origin}/reset/`);
	await page.getByRole('button', { name: 'Fetch the app again' }).click();
	// the start page leads on to the language that was read
	await page.waitForURL(`${site.origin}/en/`);
	expect(await databases(page)).toContain('handrail');
	const asked: string[] = [];
	page.context().on('request', (request) => asked.push(request.url()));
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	expect(asked.filter((url) => /published\/(blob|pack)/.test(url))).toEqual([]);
	await site.kill();
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(page.getByText('Keep the doors closed.')).toBeVisible();
});

test('the repair page changes nothing where the app cannot be fetched', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.goto(`${site.origin}/reset/`);
	await site.kill();
	const before = await cacheNames(page);
	await page.getByRole('button', { name: 'Fetch the app again' }).click();
	await expect(page.getByRole('status')).toContainText('Nothing was changed');
	expect(await cacheNames(page)).toEqual(before);
	await page.goto(`${site.origin}/en/help/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call for help');
});

test('the repair page deletes everything after a second tap, even offline', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const other = await context.newPage();
	await other.goto(`${site.origin}/en/help/`);
	await page.goto(`${site.origin}/reset/`);
	await site.kill();
	await page.getByRole('button', { name: /^Delete everything/ }).click();
	expect(await databases(page)).toContain('handrail');
	await other.close();
	await page.getByRole('button', { name: 'Yes, delete' }).click();
	await expect(page.getByRole('status')).toContainText('Everything was deleted');
	expect(await cacheNames(page)).toEqual([]);
	expect(await databases(page)).toEqual([]);
	const workers = await page.evaluate(() => navigator.serviceWorker.getRegistrations());
	expect(workers).toHaveLength(0);
});
