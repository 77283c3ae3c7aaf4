import type { Locator, Page } from '@playwright/test';
import { expect, keptFiles, readyFor, test } from './site-test.ts';

const row = (page: Page, language: string): Locator =>
	page.getByRole('listitem').filter({ has: page.getByText(language, { exact: true }) });

test('a language is fetched and removed by a tap, and its size is said before', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.goto(`${site.origin}/en/languages/`);
	const spanish = row(page, 'Español');
	await expect(spanish).toContainText(/Not on this phone\. Up to \d+ kB/);
	await spanish.getByRole('button', { name: 'Get Español' }).click();
	await expect(spanish).toContainText(/On this phone, \d+ kB/);

	await site.kill();
	await page.goto(`${site.origin}/es/guides/home-door/`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('puerta');
	await page.goto(`${site.origin}/en/languages/`);
	await spanish.getByRole('button', { name: 'Remove Español' }).click();
	await expect(spanish).toContainText('Not on this phone');
	await expect(row(page, 'English')).toContainText('Your language');
});

test('English stands beside a translation without being asked for', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/es/`);
	// English is fetched after the reader's language, so it may still be on its way
	await expect(async () => {
		await page.goto(`${site.origin}/es/languages/`);
		await expect(row(page, 'English')).toContainText('En este teléfono', { timeout: 1000 });
	}).toPass();
	await expect(page.getByText('Este teléfono ahorra datos')).toHaveCount(0);
});

for (const [line, connection] of Object.entries({
	'a phone that saves data': { saveData: true },
	'a mobile line': { type: 'cellular' }
})) {
	test(`${line}: nothing is fetched but the reader’s own language`, async ({ page, site }) => {
		await page.addInitScript((facts) => {
			Object.defineProperty(navigator, 'connection', { value: facts });
		}, connection);
		await readyFor(page, `${site.origin}/es/`);
		await page.goto(`${site.origin}/es/languages/`);
		await expect(page.getByText('Este teléfono ahorra datos')).toBeVisible();
		await expect(row(page, 'English')).toContainText('No está en este teléfono');
		const names = (await keptFiles(page)).map((url) => /([^/]+)\.[\w-]+\.json$/.exec(url)?.[1]);
		const catalogues = names.filter((name) => name !== undefined);
		expect(catalogues.sort()).toEqual(['en', 'es']);

		await row(page, 'English').getByRole('button').click();
		await expect(row(page, 'English')).toContainText('En este teléfono');
	});
}
