import { globSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { localDay } from '#lib/reader/text/format-date.ts';
import { readableState } from '#tests/support/phone/readable-state.ts';
import { aBusDoorsEdition, NEW_STEP, STEP } from '#tests/support/publisher/bus-doors-edition.ts';
import { aStaticSite, BELOW } from '#tests/support/server/static-site.ts';
import { OF_ONE_PLACE } from '../architecture/one-place.ts';
import { SECOND } from '../suite/second-site.ts';
import { expect, statusLine, test } from './site-test.ts';

const FIRST = { text: STEP, path: '/en/guides/school-bus/' };
const OTHER = { text: 'أبقِ الباب مغلقًا بينما تسأل.', path: '/ar/guides/home-door/' };

async function ready(page: Page, app: string, { path, text }: typeof FIRST): Promise<void> {
	await page.goto(app + path);
	await expect(page.getByText(text).first()).toBeVisible();
	await expect(statusLine(page).locator('.settled')).toContainText(/\d+/, { timeout: 40_000 });
	// the pages of a worker that is not yet active would be asked for in vain
	await expect
		.poll(() =>
			page.evaluate(
				async (scope) => (await navigator.serviceWorker.getRegistration(scope))?.active?.state,
				`${app}/`
			)
		)
		.toBe('activated');
	await expect
		.poll(() =>
			page.evaluate(async (scope) => {
				const names = await caches.keys();
				const kept = await Promise.all(
					names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
				);
				return kept.flat().some((url) => url.startsWith(scope) && url.includes('/handrail-later.'));
			}, `${app}/`)
		)
		.toBe(true);
}

async function reads(page: Page, app: string, { path, text }: typeof FIRST): Promise<void> {
	await page.goto('about:blank');
	await page.goto(app + path);
	await expect(page.getByText(text).first()).toBeVisible();
}

/** All that pages of the host can read of one app, by its path. */
const stateOf = async (page: Page, path: string): Promise<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(await readableState(page))
			.filter(([name]) => name.includes(` ${path}/`))
			// it is there while a sync runs, its own too
			.filter(([name]) => !/ lease\b/.test(name))
	);

/** The names of everything that the host's apps share a browser's room for. */
const namesOf = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const { held = [], pending = [] } = await navigator.locks.query();
		const workers = await navigator.serviceWorker.getRegistrations();
		return [
			...(await indexedDB.databases()).map(({ name = '' }) => name),
			...(await caches.keys()),
			...[...held, ...pending].map(({ name = '' }) => name),
			...workers.map(({ scope }) => new URL(scope).pathname),
			...Object.keys(localStorage),
			...Object.keys(sessionStorage),
			...document.cookie.split('; ')
		].filter(Boolean);
	});

/** Has each app's worker show a notice, as a push does. Chromium alone can be told to. */
async function pushToBoth(page: Page, origin: string, scopes: readonly string[]): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const found = await registrations(devtools, scopes);
	for (const registrationId of found) {
		const push = { origin, registrationId, data: '' };
		await devtools.send('ServiceWorker.deliverPushMessage', push);
	}
}

function registrations(devtools: CDPSession, scopes: readonly string[]): Promise<string[]> {
	const ids = new Map<string, string>();
	return new Promise((resolve) => {
		devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: all }) => {
			for (const { scopeURL, isDeleted, registrationId } of all) {
				if (!isDeleted && scopes.includes(scopeURL)) ids.set(scopeURL, registrationId);
			}
			if (ids.size === scopes.length) resolve([...ids.values()]);
		});
		void devtools.send('ServiceWorker.enable');
	});
}

const noticesOf = (page: Page, scope: string): Promise<string[]> =>
	page.evaluate(async (at) => {
		const own = await navigator.serviceWorker.getRegistration(at);
		return ((await own?.getNotifications()) ?? []).map(({ title, tag }) => `${title} ${tag}`);
	}, scope);

test('two cities below two paths of one host: neither touches what the other has on the phone', async ({
	page,
	context,
	pageErrors,
	browserName
}) => {
	test.setTimeout(240_000);
	const host = await aStaticSite({ '/handrail/': BELOW.dir, '/banister/': SECOND.dir });
	const [first, other] = [host.origin + BELOW.basePath, host.origin + SECOND.basePath];
	await ready(page, first, FIRST);
	const second = await context.newPage();
	await ready(second, other, OTHER);
	await expect(second).toHaveTitle(/Banister/);
	expect(await second.locator('main').evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
	const names = await namesOf(second);
	expect(names.length).toBeGreaterThanOrEqual(6);
	expect(names.filter((it) => !/^\/(handrail|banister)\//.test(it))).toEqual([]);

	if (browserName === 'chromium') {
		await context.grantPermissions(['notifications'], { origin: host.origin });
		await pushToBoth(page, host.origin, [`${first}/`, `${other}/`]);
		await expect.poll(() => noticesOf(page, `${first}/`)).toEqual(['Handrail /handrail/routine']);
		await expect.poll(() => noticesOf(page, `${other}/`)).toEqual(['Banister /banister/routine']);
	}

	// an update of the first
	const before = await stateOf(second, SECOND.basePath);
	expect(Object.keys(before).length).toBeGreaterThan(20);
	host.publish(...aBusDoorsEdition(localDay(new Date()), 'none'));
	await page.goto(`${first}/en/about/`);
	await page.getByRole('button', { name: 'Check now' }).first().click();
	await expect(page.getByRole('link', { name: /1 new change/ })).toBeVisible();
	expect(await stateOf(second, SECOND.basePath)).toEqual(before);

	pageErrors.serverIsGone(host.origin);
	await host.kill();
	await reads(second, other, OTHER);
	await reads(page, first, { ...FIRST, text: NEW_STEP });

	// the end of the second
	const kept = await stateOf(page, BELOW.basePath);
	await second.goto(`${other}/en/about/`);
	await second.getByRole('button', { name: 'Delete everything' }).click();
	await second.getByRole('button', { name: 'Really delete everything' }).click();
	await expect(second.getByRole('main')).toContainText('Deleted.');
	expect(await stateOf(page, BELOW.basePath)).toEqual(kept);
	await expect
		.poll(async () => (await namesOf(page)).filter((it) => it.startsWith('/banister/app-')))
		.toEqual([]);
	if (browserName === 'chromium') {
		expect(await noticesOf(page, `${first}/`)).toEqual(['Handrail /handrail/routine']);
	}
	await reads(page, first, { ...FIRST, text: NEW_STEP });
	await host.close();
});

test('two cities at two addresses, in one browser: both are read with no connection', async ({
	page,
	context,
	pageErrors
}) => {
	const [ours, theirs] = await Promise.all([
		aStaticSite({ '/': 'build' }),
		aStaticSite({ '/banister/': SECOND.dir })
	]);
	const other = theirs.origin + SECOND.basePath;
	const second = await context.newPage();
	await Promise.all([ready(page, ours.origin, FIRST), ready(second, other, OTHER)]);
	for (const host of [ours, theirs]) {
		pageErrors.serverIsGone(host.origin);
		await host.kill();
	}
	await reads(page, ours.origin, FIRST);
	await reads(second, other, OTHER);
	await Promise.all([ours.close(), theirs.close()]);
});

test('nothing that the other city serves names the first one', ({ browserName }) => {
	test.skip(browserName !== 'chromium', 'files: the browser plays no part');
	const files = globSync(
		`${SECOND.dir}/{client,prerendered,published}/**/*.{html,js,css,json,xml,txt,webmanifest}`
	);
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(new RegExp(OF_ONE_PLACE, 'gu'))]
			.filter(([name]) => name !== '311')
			.map(([name]) => `${file}: ${name}`)
	);
	expect(found).toEqual([]);
});
