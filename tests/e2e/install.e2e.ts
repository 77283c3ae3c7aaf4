import type { BrowserContext, Page } from '@playwright/test';
import { aDemoPush } from '#tests/support/push/demo-notice.ts';
import { shownNotices } from '#tests/support/phone/shown-notices.ts';
import { storedSetting } from '#tests/support/phone/stored-setting.ts';
import { workerEvents } from '#tests/support/phone/worker-events.ts';
import { expect, keptFiles, readyFor, statusLine, test } from './site-test.ts';

test('the browser finds nothing against installing it', async ({ page, context, site }, info) => {
	test.skip(info.project.name !== 'phone', 'only Chromium tells');
	await readyFor(page, `${site.origin}/en/`);
	const devtools = await context.newCDPSession(page);
	const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
	// tests run in a private window, where nothing can be installed
	const errors = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
	expect(errors).toEqual([]);
});

test('the manifest names what stores and home screens ask for', async ({ page, site }) => {
	await page.goto(`${site.origin}/en/`);
	const href = await page.locator('link[rel=manifest]').getAttribute('href');
	const response = await page.request.get(site.origin + (href ?? ''));
	const manifest = (await response.json()) as {
		id: string;
		icons: { src: string; purpose?: string }[];
		screenshots: { src: string }[];
		shortcuts: { url: string }[];
	};
	expect(manifest).toMatchObject({ id: '/', display: 'standalone', launch_handler: {} });
	expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(
		expect.arrayContaining(['maskable', 'monochrome'])
	);
	const files = [...manifest.icons, ...manifest.screenshots].map(({ src }) => src);
	for (const path of [...files, ...manifest.shortcuts.map(({ url }) => url)]) {
		const url = new URL(path, response.url()).href;
		expect((await page.request.get(url)).status(), path).toBe(200);
	}
});

/** The manifest that Chromium would install this page by, and what it has against that. */
async function asInstalled(page: Page, context: BrowserContext) {
	const devtools = await context.newCDPSession(page);
	const { data = '', errors } = await devtools.send('Page.getAppManifest');
	const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
	await devtools.detach();
	const against = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
	const manifest = JSON.parse(data) as { id: string; name: string; icons: { src: string }[] };
	return { manifest, problems: [...errors, ...against] };
}

/** The width of each image as it is drawn; none of one that cannot be. */
const drawn = (page: Page, sources: readonly string[]): Promise<number[]> =>
	page.evaluate(
		(all) =>
			Promise.all(
				all.map(async (src) => {
					const image = new Image();
					image.src = src;
					await image.decode();
					return image.naturalWidth;
				})
			),
		[...sources]
	);

test('an app by a neutral name is another one to the browser, and says no more than that name', async ({
	page,
	context,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'only Chromium tells what it would install');
	await context.grantPermissions(['notifications'], { origin: site.origin });
	await readyFor(page, `${site.origin}/en/install/`);
	const own = await asInstalled(page, context);
	await page.getByRole('radio', { name: 'Notes' }).check();
	await expect(page).toHaveTitle('Notes');
	const neutral = await asInstalled(page, context);
	expect(neutral).toMatchObject({ manifest: { id: '/?icon=sheet', name: 'Notes' }, problems: [] });
	expect(own.manifest.id).not.toBe(neutral.manifest.id);
	expect(JSON.stringify(neutral.manifest)).not.toMatch(/handrail/i);

	// kept with the rest of the code, and there from the first frame of the next start, with no connection
	const icon = '/icons/sheet-192.png';
	expect(await keptFiles(page)).toContain(site.origin + icon);
	const icons = neutral.manifest.icons.map(({ src }) => `/${src}`);
	expect(await drawn(page, icons)).toEqual([192, 192, 512, 512]);

	const { push } = await workerEvents(context, page, site.origin);
	await push(aDemoPush(site.origin, 'routine'));
	const said = { title: 'Notes', body: 'There is something new to read.' };
	await expect.poll(() => shownNotices(page)).toMatchObject([said]);

	await site.kill();
	const answer = await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(page).toHaveTitle('Notes');
	// it comes after the words
	expect(await answer?.text()).not.toContain('rel="manifest"');
	const manifest = page.locator('link[rel=manifest]');
	await expect(manifest).toHaveAttribute('href', '/manifest-sheet.webmanifest');
	// Kit writes the address of an icon anew, as a whole one
	await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', new RegExp(`${icon}$`));
});

test('"Delete everything" takes the neutral name back', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/install/`);
	await page.getByRole('radio', { name: 'Guide' }).check();
	await expect.poll(() => storedSetting(page, 'homeIcon')).toBe('book');
	await page.goto(`${site.origin}/en/about/`);
	await expect(page).toHaveTitle('Guide');
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await expect(page).toHaveTitle('About Handrail · Handrail');
	await expect(statusLine(page)).toContainText('Everything was deleted');
	await page.reload();
	await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', '/manifest.webmanifest');
	await expect(page).toHaveTitle('About Handrail · Handrail');
});

test('the steps for an iPhone are there, and say that it starts empty', async ({ page, site }) => {
	// wait until every script has arrived: closing the page earlier would log an error
	await readyFor(page, `${site.origin}/en/install/`);
	await expect(page.getByRole('main')).toContainText('It starts empty there');
	await expect(page.getByRole('main')).toContainText('Open in browser');
});
