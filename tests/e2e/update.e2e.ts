import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { localDay } from '#lib/reader/text/format-date.ts';
import { aBusDoorsEdition, NEW_STEP, STEP } from '#tests/support/publisher/bus-doors-edition.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

const NEXT_EDITION = aBusDoorsEdition(localDay(new Date()), 'none');

test('a changed guide is offered to its reader, marked, listed, and kept for offline', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/guides/school-bus/`);
	const other = await context.newPage();
	await other.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(other.getByText(STEP)).toBeVisible();

	site.publish(...NEXT_EDITION);
	await page.goto(`${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Check now' }).first().click();

	// the other tab keeps the old text until its reader asks for the new one
	await expect(statusLine(other)).toContainText('This guidance changed');
	await expect(other.getByText(STEP)).toBeVisible();
	await statusLine(other).getByRole('button', { name: 'Show' }).click();
	await expect(other.getByText(NEW_STEP)).toBeVisible();

	await site.kill();
	await page.goto(`${site.origin}/en/`);
	await expect(page.getByRole('link', { name: /1 new change/ })).toBeVisible();
	await page.goto(`${site.origin}/en/changes/`);
	await expect(page.getByRole('main')).toContainText('The first step names every door.');
	// opening the list resets the count, and the list still marks what is new until the reader leaves
	await expect(page.getByRole('link', { name: /new change/ })).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Since you last looked' })).toBeVisible();
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(page.getByText(NEW_STEP)).toBeVisible();
});

test('an edition cut off half way leaves the old one whole, and the next try finishes', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/published\/(blob|update)\//);
	await readyFor(page, `${site.origin}/en/guides/school-bus/`);
	site.publish(...NEXT_EDITION);
	const folders = ['blob', 'update'].map((name) => join(site.publishedDir, name));
	for (const folder of folders) renameSync(folder, `${folder}-away`);
	await page.reload();
	await expect(statusLine(page)).toContainText('Newer guidance is out');
	await expect(page.getByText(STEP)).toBeVisible();

	for (const folder of folders) renameSync(`${folder}-away`, folder);
	const show = statusLine(page).getByRole('button', { name: 'Show' });
	// Chromium's worker retries by itself, so the button may be gone before the click
	const checkNow = statusLine(page).getByRole('button', { name: 'Check now' });
	await checkNow.click({ timeout: 2000 }).catch(() => undefined);
	await show.click();
	await expect(page.getByText(NEW_STEP)).toBeVisible();
});

test('opening the app requests the head and one update file, and not the page', async ({
	page,
	context,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'Firefox does not tell what a worker asks for');
	await readyFor(page, `${site.origin}/en/guides/school-bus/`);
	site.publish(...NEXT_EDITION);
	await page.close();
	const asked: string[] = [];
	context.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!response.fromServiceWorker()) asked.push(pathname.replace(/[0-9a-f]{64}\.\d+/, '…'));
	});
	const opened = await context.newPage();
	await opened.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(statusLine(opened)).toContainText('changed');
	const known = ['/published/head.json', '/published/update/….en.txt', '/service-worker.js'];
	expect(asked.filter((path) => !known.includes(path) && !path.startsWith('/icons/'))).toEqual([]);
	expect(asked).toContain(known[1]);
});
