import { localDay } from '#lib/reader/text/format-date.ts';
import type { Page } from '@playwright/test';
import { aBusDoorsEdition, NEW_STEP, STEP } from '#tests/support/publisher/bus-doors-edition.ts';
import { aStaticSite, BELOW } from '#tests/support/server/static-site.ts';
import { expect, keptFiles, statusLine, test } from './site-test.ts';

const NEXT_EDITION = aBusDoorsEdition(localDay(new Date()), 'none');
const WORKS = 'Keep the doors closed.';

/** Opens a page, and waits until everything below its app's path is on the phone. */
async function readyAt(page: Page, app: string, path: string): Promise<void> {
	await page.goto(`${app}${path}`);
	await expect(statusLine(page).locator('.settled')).toContainText(/\d+/, { timeout: 40_000 });
	const ownScripts = async () =>
		(await keptFiles(page)).filter((url) => url.startsWith(`${app}/_app/`) && url.endsWith('.js'));
	const pages = async () => (await ownScripts()).some((url) => url.includes('/handrail-later.'));
	await expect.poll(pages).toBe(true);
}

const databases = (page: Page): Promise<(string | undefined)[]> =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());

test('below a path of a plain host: read, searched and updated, with no connection too', async ({
	page,
	pageErrors
}) => {
	const site = await aStaticSite({ '/handrail/': BELOW.dir });
	const app = `${site.origin}/handrail`;
	const outside: string[] = [];
	page.context().on('request', (request) => {
		const { origin, pathname } = new URL(request.url());
		if (origin === site.origin && !pathname.startsWith('/handrail/')) outside.push(pathname);
	});
	await readyAt(page, app, '/en/guides/school-bus/');
	await expect(page.getByText(STEP)).toBeVisible();

	site.publish(...NEXT_EDITION);
	await page.goto(`${app}/en/about/`);
	await page.getByRole('button', { name: 'Check now' }).first().click();
	await expect(page.getByRole('link', { name: /1 new change/ })).toBeVisible();

	pageErrors.serverIsGone(site.origin);
	await site.kill();
	// the language picker at the start remembers the language that was read
	await page.goto(`${app}/`);
	await expect(page).toHaveURL(`${app}/en/`);
	await page.getByRole('link', { name: /1 new change/ }).click();
	await expect(page).toHaveURL(`${app}/en/changes/`);
	await expect(page.getByRole('main')).toContainText('The first step names every door.');
	await page.goto(`${app}/en/guides/school-bus/`);
	await expect(page.getByText(NEW_STEP)).toBeVisible();
	// a link inside the article's text has the base path, too
	const word = page.locator('main a[href*="/words/#"]').first();
	await expect(word).toHaveAttribute('href', /^\/handrail\/en\/words\/#/);
	await page.goto(`${app}/en/search/`);
	await page.getByRole('searchbox').fill('bus');
	// wait for the results: until they appear, the page lists all articles
	await expect(page.locator('main [aria-live]')).toContainText(/\d/);
	await page.getByRole('main').getByRole('link').filter({ visible: true }).first().click();
	await expect(page).toHaveURL(new RegExp(`^${app}/en/(guides|directives)/`));
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(outside).toEqual([]);
	await site.close();
});

test('two apps on one host keep their code and their guides apart', async ({
	page,
	pageErrors
}) => {
	const site = await aStaticSite({ '/': 'build', '/handrail/': BELOW.dir });
	const below = `${site.origin}/handrail`;
	await readyAt(page, site.origin, '/en/');
	// the worker of the app at `/` must not answer for pages below `/handrail/`
	await readyAt(page, below, '/en/');
	expect(await databases(page)).toEqual(['/handrail/handrail', 'handrail']);
	const scopes = await page.evaluate(async () =>
		(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort()
	);
	expect(scopes).toEqual([`${site.origin}/`, `${below}/`]);

	// deleting one app leaves the other as it was
	await page.goto(`${below}/reset/`);
	await page.getByRole('button', { name: /^Delete everything/ }).click();
	await page.getByRole('button', { name: 'Yes, delete' }).click();
	await expect(page.getByRole('status')).toContainText('Everything was deleted');
	expect(await databases(page)).toEqual(['handrail']);
	await readyAt(page, below, '/en/');
	await page.goto(`${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await expect.poll(async () => (await keptFiles(page)).length).toBeGreaterThan(0);
	await expect
		.poll(async () => (await keptFiles(page)).filter((url) => !url.startsWith(`${below}/`)))
		.toEqual([]);
	pageErrors.serverIsGone(site.origin);
	await site.kill();
	await page.goto(`${below}/en/guides/school-bus/`);
	await expect(page.getByText(WORKS)).toBeVisible();
	await site.close();
});

test('the manifest names one app for each path', async ({ request, browserName }) => {
	test.skip(browserName !== 'chromium', 'files: the browser plays no part');
	const site = await aStaticSite({ '/handrail/': BELOW.dir });
	const url = `${site.origin}/handrail/manifest.webmanifest`;
	const manifest = (await (await request.get(url)).json()) as Record<string, unknown> & {
		icons: { src: string }[];
		shortcuts: { url: string; icons: { src: string }[] }[];
		share_target: { action: string };
	};
	const whole = (path: unknown): string => new URL(String(path), url).pathname;
	expect([manifest['id'], whole(manifest['start_url']), whole(manifest['scope'])]).toEqual([
		'/handrail/',
		'/handrail/',
		'/handrail/'
	]);
	const { icons, shortcuts, share_target: share } = manifest;
	const named = [
		share.action,
		...icons.map(({ src }) => src),
		...shortcuts.flatMap((it) => [it.url, ...it.icons.map(({ src }) => src)])
	];
	for (const path of named) {
		expect((await request.get(site.origin + whole(path))).status(), path).toBe(200);
		expect(whole(path)).toMatch(/^\/handrail\//);
	}
	await site.close();
});
