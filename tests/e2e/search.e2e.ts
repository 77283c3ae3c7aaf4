import type { Page } from '@playwright/test';
import { expect, readyFor, test } from './site-test.ts';

const field = (page: Page) => page.getByRole('searchbox');
const results = (page: Page) => page.getByRole('main').getByRole('listitem');

test('a word deep in a guide is found offline, and shown in its sentence', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await page.goto(`${site.origin}/en/search/`);
	await field(page).fill('wristband');
	const result = results(page).filter({ hasText: 'ICE took someone in your family' });
	await expect(result).toContainText('It stands on immigration papers and on the wristband.');
	await expect(result.locator('mark')).toHaveText('wristband');
});

test('a question in a reader’s own words, even misspelt, has its guide first', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.goto(`${site.origin}/en/search/`);
	for (const [asked, title] of [
		['who picks up my kid', 'A parent did not come to get a child'],
		['la migra at my job', 'Officers come to your work'],
		['is this warrent real', 'Is this paper signed by a judge?']
	] as const) {
		await field(page).fill(asked);
		await expect(results(page).first()).toContainText(title);
	}
	// a short list of relevant results, without every article that shares one word
	expect(await results(page).count()).toBeLessThan(30);
});

test('who comes back from a result finds what was asked, and it is stored nowhere', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await page.goto(`${site.origin}/en/search/`);
	await field(page).fill('notario scam');
	await expect(results(page).first().locator('mark').first()).toBeVisible();
	const count = await results(page).count();
	await results(page).first().getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('immigration papers');

	await page.goBack();
	await expect(field(page)).toHaveValue('notario scam');
	await expect(results(page)).toHaveCount(count);
	const kept = await page.evaluate(async () => {
		const databases = await indexedDB.databases();
		const rows = databases.map(
			({ name = '' }) =>
				new Promise<string>((resolve) => {
					const opening = indexedDB.open(name);
					opening.onsuccess = () => {
						const db = opening.result;
						const requests = [...db.objectStoreNames].map((it) =>
							db.transaction(it).objectStore(it).getAll()
						);
						requests.at(-1)?.addEventListener('success', () => {
							db.close();
							resolve(JSON.stringify(requests.map(({ result }) => result as unknown)));
						});
					};
				})
		);
		const memory = [{ ...localStorage }, { ...sessionStorage }, history.state, location.href];
		return JSON.stringify([memory, await Promise.all(rows)]);
	});
	// guides contain the single words, so only the whole question must be absent
	expect(kept).toContain('notario');
	expect(kept).not.toContain('notario scam');

	// opened by a link, the search starts empty
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page).toHaveURL(`${site.origin}/en/`);
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await expect(field(page)).toHaveValue('');
});

test('asked in English, the guide is found in the reader’s language', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/es/`);
	await page.goto(`${site.origin}/es/search/`);
	await field(page).fill('ice at my door');
	await expect(results(page).first()).toContainText('Hay oficiales en su puerta');
});
