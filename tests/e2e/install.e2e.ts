import { expect, readyFor, test } from './site-test.ts';

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

test('the steps for an iPhone are there, and say that it starts empty', async ({ page, site }) => {
	// wait until every script has arrived: closing the page earlier would log an error
	await readyFor(page, `${site.origin}/en/install/`);
	await expect(page.getByRole('main')).toContainText('It starts empty there');
	await expect(page.getByRole('main')).toContainText('Open in browser');
});
