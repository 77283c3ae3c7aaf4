import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { NEW_STEP, STEP } from '#tests/support/publisher/bus-doors-edition.ts';
import { savedFile } from '#tests/support/phone/saved-file.ts';
import type { Site } from '#tests/support/phone/site.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

const publishNext = (site: Site): void =>
	site.publish(['guides/school-bus/en.md', (text) => text.replace(STEP, NEW_STEP)]);

/** Opens the share page of a guide, and returns the text that it offers. */
async function sharedText(page: Page, url: string): Promise<string> {
	await page.goto(url);
	const text = page.getByRole('main').locator('p.text');
	await expect(text).toContainText('not legal advice');
	return text.innerText();
}

async function checked(page: Page, text: string): Promise<void> {
	await page.getByLabel('The text').fill(text);
	await page.getByRole('button', { name: 'Check', exact: true }).click();
}

test('a guide can be passed on as text, and is found again when it comes back', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/guides/school-bus/`);
	await page.getByRole('link', { name: 'Share' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pass it on');
	const whole = await page.locator('p.text').innerText();
	await page.getByRole('radio', { name: 'Step 2 of 5' }).check();
	await expect(page.locator('p.text')).toContainText('Call dispatch now.');
	await expect(page.locator('p.text')).not.toContainText(STEP);
	const step = await page.locator('p.text').innerText();

	await site.kill();
	await page.goto(`${site.origin}/en/check/`);
	await checked(page, whole.replaceAll('\n', '  \n'));
	await expect(page.getByRole('main')).toContainText(
		`edition ${site.edition().version}. It is still current.`
	);
	await checked(page, step);
	await expect(page.getByRole('main')).toContainText(
		`edition ${site.edition().version}. It is still current.`
	);

	await checked(page, whole.replace(STEP, 'Open the doors.'));
	await expect(page.getByRole('main')).toContainText('The whole text is not.');
	await expect(page.getByRole('listitem').filter({ hasText: 'Open the doors.' })).toContainText(
		'Not found'
	);
	await expect(page.getByRole('listitem').filter({ hasText: 'Call dispatch' })).toContainText(
		'Ours'
	);
	await checked(page, 'Officers are at the corner right now!');
	await expect(page.getByRole('main')).toContainText('We cannot find this in Handrail.');
	expect(page.url()).not.toContain('corner');
});

test('a text that was reformatted, cut, or sent as a link is recognised for what it is', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const text = await sharedText(page, `${site.origin}/en/share/#guide/school-bus`);
	await page.goto(`${site.origin}/en/check/`);
	const main = page.getByRole('main');
	for (const [dressed, why] of [
		[text.toUpperCase(), 'all in capitals'],
		[text.replaceAll(/^/gm, '> '), 'Lines begin with >'],
		[`*Forwarded*\n${text}`, '“Forwarded” stands above'],
		[text.replaceAll('\n', ''), 'on one line']
	] as const) {
		await checked(page, dressed);
		await expect(main).toContainText('These are our words');
		await expect(main).toContainText(why);
		await expect(main).not.toContainText('This is from Handrail');
	}
	await checked(
		page,
		text
			.split('\n')
			.filter((line) => /^[12]\. /.test(line))
			.join('\n')
	);
	await expect(main).toContainText('These lines are ours. The rest of the article is not');
	await checked(page, text.trim().split('\n').at(-1) ?? '');
	await expect(main).toContainText('It leads to an article on this phone.');
	await expect(main.getByRole('link', { name: 'Officers come to the school bus' })).toBeVisible();
});

test('a text that is pasted is checked at once', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.goto(`${site.origin}/en/check/`);
	const field = page.getByLabel('The text');
	await field.fill('Officers are at the corner right now!');
	await field.press('ControlOrMeta+a');
	await field.press('ControlOrMeta+x');
	await field.press('ControlOrMeta+v');
	await expect(page.getByRole('main')).toContainText('We cannot find this in Handrail.');
});

test('copying says that it is copied', async ({ page, site, context, browserName }) => {
	if (browserName === 'chromium') await context.grantPermissions(['clipboard-write']);
	await readyFor(page, `${site.origin}/en/`);
	await sharedText(page, `${site.origin}/en/share/#guide/home-door`);
	await page.getByRole('button', { name: 'Copy' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
});

test('a text shared by another app is in the field once, and nowhere else', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const said = 'Somebody wrote this to me.';
	await page.evaluate((text) => {
		const form = document.createElement('form');
		Object.assign(form, { method: 'post', action: '/check/', enctype: 'multipart/form-data' });
		const field = Object.assign(document.createElement('input'), { name: 'text', value: text });
		form.append(field);
		document.body.append(form);
		form.submit();
	}, said);
	await expect(page).toHaveURL(`${site.origin}/en/check/`);
	await expect(page.getByLabel('The text')).toHaveValue(said);
	// the check runs by itself, without a tap on "Check"
	await expect(page.getByRole('main')).toContainText('We cannot find this in Handrail.');
	await page.reload();
	await expect(page.getByLabel('The text')).toHaveValue('');
});

test('a text that changed since says when, and the words that changed are marked', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const old = await sharedText(page, `${site.origin}/en/share/#guide/school-bus`);
	const before = site.edition().version;
	publishNext(site);
	await getNext(page, site);

	await site.kill();
	await page.goto(`${site.origin}/en/check/`);
	await checked(page, old);
	await expect(page.getByRole('main')).toContainText(`edition ${before}, but it changed on`);
	await page.getByRole('link', { name: 'See what changed' }).click();
	await expect(page.locator('del')).toContainText('removed: the doors');
	await expect(page.locator('ins')).toContainText('new: every door');

	await page.goto(`${site.origin}/en/changes/`);
	await page.getByRole('link', { name: 'Compare word by word' }).click();
	// wait for the new page: the list of changes has a link of the same name
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed, word by word');
	await page.getByRole('link', { name: 'Officers come to the school bus' }).click();
	await expect(page.locator('ins')).toContainText('every door');
});

/** Reopens About until it shows the next edition: an open page keeps the one that it was opened with. */
async function getNext(page: Page, site: Site): Promise<void> {
	const next = new RegExp(`Edition\\s*${site.edition().version}\\b`);
	await expect(async () => {
		await page.goto(`${site.origin}/en/about/`);
		await expect(page.getByRole('main')).toContainText(next, { timeout: 3000 });
	}).toPass({ timeout: 40_000 });
}

/** A second phone that has the app and the current edition. */
async function anotherPhone(browser: Browser, site: Site): Promise<[Page, BrowserContext]> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await readyFor(page, `${site.origin}/en/`);
	return [page, context];
}

/** Saves a file from the page of an article, and returns where it is. */
async function saveFile(page: Page, site: Site, button: string): Promise<string> {
	const { name, text } = await savedFile(page, site.origin, button);
	expect(name).toMatch(/^handrail-[a-z-]+-\d+\.html$/);
	const path = join(mkdtempSync(join(tmpdir(), 'handrail-file-')), name);
	writeFileSync(path, text);
	return path;
}

const saveAll = (page: Page, site: Site): Promise<string> =>
	saveFile(page, site, 'All guides in English');

async function openFile(page: Page, site: Site, file: string | Buffer): Promise<void> {
	await page.goto(`${site.origin}/en/open/`);
	const input = page.getByLabel('Choose a file');
	await expect(input).toBeEnabled();
	const buffer = { name: 'a.html', mimeType: 'text/html', buffer: file as Buffer };
	await input.setInputFiles(typeof file === 'string' ? file : buffer);
}

test('an edition goes from phone to phone as a file, with no network at all', async ({
	page,
	site,
	browser
}) => {
	test.setTimeout(240_000);
	await readyFor(page, `${site.origin}/en/`);
	const older = await saveAll(page, site);
	const [other, context] = await anotherPhone(browser, site);
	const before = site.edition().version;
	publishNext(site);
	await getNext(page, site);
	const next = site.edition().version;
	await site.kill();

	const path = await saveAll(page, site);
	expect(readFileSync(path).length).toBeLessThan(1_000_000);
	const text = readFileSync(path, 'utf8');
	const main = other.getByRole('main');

	await openFile(other, site, Buffer.from(text.replaceAll(NEW_STEP, 'Keep every door open.')));
	await expect(main).toContainText('This file is damaged');
	await openFile(
		other,
		site,
		Buffer.from(text.replaceAll(`\\"version\\":${next}`, `\\"version\\":${next + 1}`))
	);
	await expect(main).toContainText(/not a file from Handrail|was altered|damaged/);
	await openFile(other, site, Buffer.from('<h1>Guides</h1>'));
	await expect(main).toContainText('not a file from Handrail');
	await openFile(other, site, Buffer.alloc(8 * 1024 * 1024 + 1));
	await expect(main).toContainText('too large');
	await other.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(other.getByText(STEP)).toBeVisible();

	await openFile(other, site, path);
	await expect(main).toContainText(`on this phone now: edition ${next}`);
	await other.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(other.getByText(NEW_STEP)).toBeVisible();
	await openFile(other, site, path);
	await expect(main).toContainText('has the edition that is on this phone');
	await openFile(other, site, older);
	await expect(main).toContainText(
		`genuine, but old: edition ${before}. This phone has edition ${next}`
	);
	await expect(statusLine(other)).toContainText('Ready for offline');
	await context.close();
});

test('a saved file is a page that needs nothing', async ({
	page,
	pageErrors,
	site,
	browser,
	browserName
}) => {
	// the saved file's policy refuses the script that the test injects
	pageErrors.provokes(/Content.Security.Policy/);
	// leaving the page to open the file may cut off a script that it was loading
	pageErrors.provokes(/dynamically imported module/);
	await readyFor(page, `${site.origin}/en/`);
	const path = await saveFile(page, site, 'This article');
	const saved = readFileSync(path, 'utf8');
	const hostile = saved.replace('<main>', '<main><script>alert(1)</script>');
	writeFileSync(path, hostile);

	const context = await browser.newContext({ offline: true });
	const file = await context.newPage();
	const asked: string[] = [];
	file.on('request', (request) => asked.push(request.url()));
	file.on('dialog', (dialog) => {
		asked.push(dialog.message());
		void dialog.dismiss();
	});
	// Playwright's Firefox cannot open file: addresses
	if (browserName === 'chromium') await file.goto(pathToFileURL(path).href);
	else await file.setContent(hostile);
	await expect(file.getByRole('listitem').filter({ hasText: STEP })).toBeVisible();
	await expect(file.getByText('Check in Handrail')).toBeVisible();
	await expect(file.getByText('Not yet checked by a lawyer')).toBeVisible();
	expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
	await context.close();

	const main = page.getByRole('main');
	await openFile(page, site, Buffer.from(saved));
	await expect(main).toContainText('It is the same as on this phone');
	await expect(main).toContainText('compared with what was signed');

	await openFile(page, site, path);
	await expect(main).toContainText('not what was signed');
	await openFile(page, site, Buffer.from(saved.replace('<ol>', '<ol class="x">')));
	await expect(main).toContainText('changed after it was saved');
	await openFile(page, site, Buffer.from(saved.replace(STEP, 'Open the doors.')));
	await expect(main).toContainText('What this file shows is not what was signed.');
	await expect(main).not.toContainText(/genuine|the same as/);
	await page.getByRole('link', { name: 'Read it in Handrail' }).click();
	await expect(page.getByText(STEP)).toBeVisible();

	const all = readFileSync(await saveAll(page, site), 'utf8');
	await openFile(page, site, Buffer.from(all));
	await expect(main).toContainText('has the edition that is on this phone');
	await openFile(page, site, Buffer.from(all.replace(STEP, 'Open the doors.')));
	await expect(main).toContainText('What this file shows is not what was signed.');
});
