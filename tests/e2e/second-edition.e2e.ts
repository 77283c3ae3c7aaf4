import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { publishFirstEdition } from '#tests/support/publisher/first-edition.ts';
import { sampleItems } from '#tests/support/sample.ts';
import { expect, readyFor, test } from './site-test.ts';

/** What of an edition is asked for from now on, by its path below `published/`. */
function watchEdition(page: Page): string[] {
	const asked: string[] = [];
	page.context().on('request', (request) => {
		const [, path = ''] = new URL(request.url()).pathname.split('/published/');
		if (/^(edition|listing|blob|pack)\//.test(path)) asked.push(path);
	});
	return asked;
}

/** Nothing that was here, nothing twice, and no text by itself that a pack brings. */
function expectOnce(asked: readonly string[], old: ReadonlySet<string>, folder: string): void {
	expect(asked.length).toBeGreaterThan(0);
	expect(asked.filter((path) => old.has(path))).toEqual([]);
	expect(new Set(asked).size).toBe(asked.length);
	const kinds = new Set(asked.map((path) => path.split('/')[0]));
	expect([...kinds].filter((kind) => kind === 'pack' || kind === 'blob')).toHaveLength(1);
	const bytes = asked.map((path) => statSync(join(folder, path)).size);
	const sum = String(bytes.reduce((all, one) => all + one, 0));
	test.info().annotations.push({
		type: 'fetched',
		description: `${String(asked.length)} files, ${sum} bytes: ${[...kinds].join(', ')}`
	});
}

test('a phone with the first edition gets the next: what it lacks, once, and what changed', async ({
	page,
	site,
	browserName
}) => {
	test.slow();
	await site.kill();
	publishFirstEdition(site.publishedDir);
	await site.start();
	const old = new Set(globSync('**/*', { cwd: site.publishedDir }));
	await readyFor(page, `${site.origin}/en/about/`);
	const main = page.getByRole('main');
	await expect(main).toContainText('55 of 55');

	site.publish();
	expect(site.edition().version).toBe(2);
	const asked = watchEdition(page);
	// a page in use keeps the edition that it shows, so it is opened until it shows the next
	await expect(async () => {
		await page.goto(`${site.origin}/en/about/`);
		await expect(main).toContainText(/Edition\s*2\b/, { timeout: 5000 });
	}).toPass({ timeout: 60_000 });

	// the worker asks for it, and Firefox does not tell what a worker asks for
	if (browserName === 'chromium') expectOnce(asked, old, site.publishedDir);

	await site.kill();
	await page.goto(`${site.origin}/en/changes/`);
	await expect(page.getByRole('heading', { name: 'Since you last looked' })).toBeVisible();
	await expect(page.getByRole('heading', { level: 2, name: 'For families' })).toBeVisible();
	await expect(main).toContainText('New guide: ICE is arresting you.');

	await page.goto(`${site.origin}/en/compare/`);
	const links = main.getByRole('link');
	await expect(links.first()).toBeVisible();
	const pairs = await links.evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''));
	expect(pairs).toContain('/en/compare/#guide/home-door');
	const differing: string[] = [];
	// all pages of the comparison are alike: Firefox opens each seventh, and Chromium some in `npm test`
	const isSeventh = (_: string, index: number): boolean => index % 7 === 0;
	const opened = browserName === 'firefox' ? pairs.filter(isSeventh) : sampleItems(pairs, 15);
	for (const pair of new Set(['/en/compare/#guide/home-door', ...opened])) {
		// a page between: behind the # alone nothing is read anew
		await page.goto('about:blank');
		await page.goto(site.origin + pair);
		// either the words that changed, or that none did: dates and sources are no words
		const same = main.getByText('The words of this article are the same');
		const changed = main.locator('ins, del');
		await expect(changed.or(same).first()).toBeVisible();
		if ((await changed.count()) > 0) differing.push(pair);
	}
	expect(differing).toContain('/en/compare/#guide/home-door');
	test.info().annotations.push({
		type: 'compared',
		description: `${String(differing.length)} of ${String(opened.length)} pairs differ in words`
	});
});
