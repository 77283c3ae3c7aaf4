import { aStaticSite } from '#tests/support/server/static-site.ts';
import { expect, readyFor, test } from './site-test.ts';

/** The browser is sent on before the page has loaded, so only the first bytes are awaited. */
const LED_ON = { waitUntil: 'commit' } as const;

/** Addresses with typing errors, or with what chat apps append, and the page that was meant. */
const SLIPS = [
	['/en/guides/home-door/)', '/en/guides/home-door/'],
	['/EN/Guides/Home-Door', '/en/guides/home-door/'],
	['/en/home-door', '/en/guides/home-door/'],
	['/en/Guides/', '/en/guides/'],
	['/en/directive/', '/en/directives/'],
	['/en/%', '/en/'],
	['/en//guides//home-door/', '/en/guides/home-door/'],
	['/es-MX/guides/home-door/', '/es/guides/home-door/']
] as const;

test('a mistyped address leads to the page that was meant, with the server', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/(en\/%|zh\/|pt\/)/);
	for (const [address, path] of SLIPS) {
		await page.goto(site.origin + address, LED_ON);
		await expect(page, address).toHaveURL(site.origin + path);
		await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
	}
	await page.goto(`${site.origin}/zh/guides/home-door/`);
	const links = page.getByRole('main').locator('a[hreflang]');
	await expect(links).toHaveCount(2);
	await page.getByRole('link', { name: '繁體' }).click();
	await expect(page).toHaveURL(`${site.origin}/zh-Hant/guides/home-door/`);
	await page.goto(`${site.origin}/pt/guides/home-door/`);
	await page.getByRole('link', { name: 'Español' }).click();
	await expect(page).toHaveURL(`${site.origin}/es/guides/home-door/`);
});

test('the server redirects a mistyped address itself, and never to another site', async ({
	request,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'answers: the browser plays no part');
	const ask = (path: string) => request.get(site.origin + path, { maxRedirects: 0 });
	const found = await ask('/en/guides/home-door/)');
	expect([found.status(), found.headers()['location']]).toEqual([307, '/en/guides/home-door/']);
	const unsure = await ask('/en/guides/hme-door/');
	expect(unsure.status()).toBe(404);
	expect(await unsure.text()).toContain('href="/en/guides/home-door/"');
	for (const path of [
		'//evil.example',
		'/%5Cevil.example',
		'/\\evil.example',
		'/%2F%2Fevil.example'
	]) {
		const answer = await ask(path);
		const { location = '/' } = answer.headers();
		expect(location, path).toMatch(/^\/(?![/\\])/);
	}
	for (const path of ['/none.png', '/data/none.json', '/published/none', '/api/none']) {
		expect((await ask(path)).status(), path).toBe(404);
	}
});

test('a mistyped address leads to the page that was meant, on a static host and offline', async ({
	page,
	pageErrors
}) => {
	// the host answers each mistyped address with its 404 page, and the script there leads on
	pageErrors.fileIsGone(/./);
	const site = await aStaticSite({ '/': 'build' });
	for (const [address, path] of SLIPS) {
		// the test's host cannot decode the bare `%` either, and answers with its 404 page
		await page.goto(site.origin + address, LED_ON);
		await expect(page, address).toHaveURL(site.origin + path);
		await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
	}
	await readyFor(page, `${site.origin}/en/`);
	pageErrors.serverIsGone(site.origin);
	await site.kill();
	for (const [address, path] of SLIPS) {
		await page.goto(site.origin + address, LED_ON);
		await expect(page, address).toHaveURL(site.origin + path);
		await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
	}
	// an address that names no language opens in the language that was read last
	const remembered = async (path: string, expected: string): Promise<void> => {
		await page.goto(site.origin + path, LED_ON);
		await expect(page).toHaveURL(new RegExp(`^${site.origin}/(en|es)${expected}$`));
	};
	await remembered('//', '/');
	await remembered('/home-door', '/guides/home-door/');
	await remembered('/bus', '/bus/');
	await page.goto(`${site.origin}/en/bus`, LED_ON);
	await expect(page.getByRole('heading', { level: 2, name: 'Did you mean' })).toBeVisible();
	await page.getByRole('link', { name: 'Officers come to the school bus' }).click();
	await expect(page).toHaveURL(`${site.origin}/en/guides/school-bus/`);
	await site.close();
});

test('the short address on paper asks for the language once, even without scripts', async ({
	page,
	site,
	browser
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false });
	const still = await plain.newPage();
	await still.goto(`${site.origin}/g/home-door/`);
	await still.getByRole('link', { name: 'Español' }).click();
	await expect(still).toHaveURL(`${site.origin}/es/guides/home-door/`);
	await plain.close();

	await readyFor(page, `${site.origin}/es/`);
	await page.goto(`${site.origin}/g/home-door/`, LED_ON);
	await expect(page).toHaveURL(`${site.origin}/es/guides/home-door/`);
});
