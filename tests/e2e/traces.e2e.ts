import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { filesNaming } from '#tests/support/phone/profile-files.ts';
import { readableState } from '#tests/support/phone/readable-state.ts';
import { expect, readyFor, test as base } from './site-test.ts';

interface Phone {
	readonly profile: string;
	readonly context: BrowserContext;
	readonly page: Page;
}

/** Phones with a profile of their own each, which outlives the browser and can be looked through. */
const test = base.extend<{ aPhone: () => Promise<Phone> }>({
	aPhone: async (
		{ playwright, browserName, launchOptions, channel, viewport, pageErrors },
		use
	) => {
		const phones: Phone[] = [];
		await use(async () => {
			const profile = mkdtempSync(join(tmpdir(), 'handrail-profile-'));
			const context = await playwright[browserName].launchPersistentContext(profile, {
				...launchOptions,
				...(channel === undefined ? {} : { channel }),
				viewport
			});
			pageErrors.watch(context);
			const page = context.pages()[0] ?? (await context.newPage());
			phones.push({ profile, context, page });
			return { profile, context, page };
		});
		for (const { context, profile } of phones) {
			await context.close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
		}
	}
});

const ASKED = 'zanzibar ferry';
const PASTED = 'Somebody stands at the xylophone shop.';
const SLUG = 'car-stop';
const TITLE = 'Officers stop your car';

/**
 * Where a browser itself keeps the addresses and titles of what was opened, and no page can help it. Help
 * says so, and how to remove it.
 */
const OF_THE_BROWSER = [
	// Chromium: history, what is offered while typing an address, icons by page, open tabs, preferences, counts of visits
	/^Default\/(History|Top Sites|Shortcuts|Network Action Predictor|Favicons|DIPS)(-journal|-wal)?$/,
	/^Default\/Sessions\//,
	/^segmentation_platform\//,
	/^Default\/(Secure )?Preferences$/,
	// Firefox: history, icons by page, open tabs
	/^(places|favicons)\.sqlite(-wal)?$/,
	/^sessionstore/
];

/** Reads, searches, listens, shares, compares, shows a card and hides. */
async function readALot(page: Page, origin: string): Promise<void> {
	const heading = page.getByRole('heading', { level: 1 });
	await page.goto(`${origin}/en/guides/`);
	await page.locator(`a[href$="/guides/${SLUG}/"]`).click();
	await expect(heading).toHaveText(TITLE);
	await page.evaluate(() => {
		scrollTo(0, 900);
		for (const fold of document.querySelectorAll('details')) fold.open = true;
	});
	await page.locator('.tools, .say').getByRole('button').first().click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.goBack();
	await page.getByRole('link', { name: 'Share' }).click();
	await expect(heading).toHaveText('Pass it on');
	await page.goBack();
	await expect(heading).toHaveText(TITLE);

	await page.goto(`${origin}/en/compare/#guide/${SLUG}`);
	await expect(page.getByRole('main')).toContainText('edition');
	await page.goto(`${origin}/en/search/`);
	await page.getByRole('searchbox').fill(ASKED);
	await expect(page.getByRole('main')).toContainText('Nothing');
	await page.goto(`${origin}/en/check/`);
	await page.getByLabel('The text').fill(PASTED);
	await page.getByRole('button', { name: 'Check', exact: true }).click();
	await expect(page.getByRole('main')).toContainText('We cannot find this in Handrail.');
	await page.goto(`${origin}/en/changes/`);
	await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
	await page.goto(`${origin}/en/guides/${SLUG}/`);
	await page.getByRole('link', { name: 'Hide', exact: true }).click();
	await page.getByText('About this page').click();
	await page.getByRole('link', { name: 'Go to Handrail' }).click();
	await expect(heading).toHaveText('What is happening now?');
}

test('who read all day and who read nothing have the same on the phone', async ({
	aPhone,
	browserName,
	site
}) => {
	const read = await aPhone();
	const unread = await aPhone();
	for (const { page } of [read, unread]) await readyFor(page, `${site.origin}/en/`);
	// what the worker asks the host for; Playwright sees that in Chromium alone
	const asked: string[] = [];
	read.context.on('request', (request) => {
		if (request.serviceWorker()) asked.push(new URL(request.url()).pathname);
	});
	await readALot(read.page, site.origin);
	expect(asked.filter((path) => !path.startsWith('/published/'))).toEqual([]);
	if (browserName === 'chromium') expect(asked).toContain('/published/head.json');

	const [ofReader, ofOther] = await Promise.all([
		readableState(read.page),
		readableState(unread.page)
	]);
	expect(ofReader).toEqual(ofOther);

	await Promise.all([read.context.close(), unread.context.close()]);
	for (const typed of [ASKED, PASTED])
		expect([...filesNaming(read.profile, typed)], typed).toEqual([]);
	for (const words of [`/${SLUG}`, TITLE]) {
		const others = filesNaming(unread.profile, words);
		const own = [...filesNaming(read.profile, words)].filter((it) => !others.has(it));
		// the browser's own history does name it, as Help says
		expect(own, words).not.toEqual([]);
		expect(
			own.filter((it) => !OF_THE_BROWSER.some((path) => path.test(it))),
			words
		).toEqual([]);
	}
});

test('a reader may have all tabs named Handrail alone', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/help/phone/`);
	await expect(page).toHaveTitle('If someone looks into your phone · Handrail');
	await page.getByRole('radio', { name: 'Handrail' }).check();
	await expect(page).toHaveTitle('Handrail');
	await site.kill();
	for (const path of [`guides/${SLUG}/`, 'search/']) {
		await page.goto(`${site.origin}/en/${path}`);
		await expect(page.locator('#svelte-announcer')).toBeAttached();
		await expect(page).toHaveTitle('Handrail');
	}
});
