import type { Page } from '@playwright/test';
import { aSite, type Site } from '#tests/support/phone/site.ts';
import { expect, test as base } from './watched-test.ts';

/** A browser test with its own site: a server on its own port, with its own edition. */
export const test = base.extend<{ site: Site }>({
	site: async ({ pageErrors }, use) => {
		// pages are closed after the site, so their last requests may find no server
		const site = await aSite({}, (origin) => {
			pageErrors.serverIsGone(origin);
		});
		await use(site);
		await site.close();
	}
});

export const statusLine = (page: Page) => page.locator('#status-line');

/** Opens a page and waits until the app says that everything is on the phone. */
export async function readyFor(page: Page, url: string): Promise<void> {
	await page.goto(url);
	// without its words, so that this works in every language: the final state always has a count
	await expect(statusLine(page).locator('.settled')).toContainText(/\d+/, { timeout: 40_000 });
}

/** The addresses of all files in the code caches, of every release that is kept. */
export function keptFiles(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const names = await caches.keys();
		const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return kept.flat().map(({ url }) => url);
	});
}

export { expect };
