import { expect, keptFiles, readyFor, statusLine, test } from './site-test.ts';

const PAGES = [
	['/en/', 'What is happening now?'],
	['/en/guides/home-door/', 'Officers are at your door'],
	['/en/guides/school-bus/', 'Officers come to the school bus'],
	[
		'/en/directives/nypd-order-2025-01-18/',
		'Can city police help ICE? The order of January 18, 2025'
	],
	['/en/city/', 'City rules'],
	['/en/schools/', 'School rules'],
	['/en/state/', 'State rules'],
	['/en/federal/', 'Federal actions'],
	['/en/search/', 'Search'],
	['/en/changes/', 'What changed'],
	['/en/help/', 'Call for help'],
	['/en/about/', 'About Handrail'],
	['/en/about/coverage/', 'What we checked'],
	['/en/words/', 'Words that are used here'],
	['/en/sources/', 'Sources'],
	['/en/timeline/', 'What happened when']
] as const;

test('after one page, every page opens with the server gone', async ({ page, context, site }) => {
	await readyFor(page, `${site.origin}/en/guides/school-bus/`);
	await site.kill();
	await page.close();

	for (const [path, title] of PAGES) {
		// a new tab for each page: a cold start, with nothing in memory from the page before
		const tab = await context.newPage();
		await tab.goto(site.origin + path);
		await expect(tab.getByRole('heading', { level: 1 })).toHaveText(title);
		await tab.close();
	}
});

test('later pages are kept even if the texts arrive before the code', async ({ page, site }) => {
	await page.addInitScript(() => {
		// Firefox also runs this script in about:blank, which has no service workers
		const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
		if (!container) return;
		const register = container.register.bind(container);
		const switched = new Promise<void>((resolve) => {
			new BroadcastChannel('handrail').addEventListener('message', () => {
				// the message is sent by the sync, which needs a moment more to end
				setTimeout(resolve, 1000);
			});
		});
		container.register = async (...args) => {
			await switched;
			return register(...args);
		};
	});
	await readyFor(page, `${site.origin}/en/guides/school-bus/`);
	await site.kill();
	await page.goto(`${site.origin}/en/search/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
});

test('About counts as many checked articles as the edition has', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.goto(`${site.origin}/en/about/`);
	const main = page.getByRole('main');
	await expect(main).toContainText(/\d+ of \d+ checked/);
	const shown = /(\d+) of (\d+) checked/.exec((await main.textContent()) ?? '');
	expect(shown?.[1]).toBe(shown?.[2]);

	const { languages } = site.edition();
	expect(Number(shown?.[2])).toBe(languages.find(({ lang }) => lang === 'en')?.count);
});

test('a first visit without the edition is still a whole page', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/published\//);
	await page.route('**/published/**', (route) => route.abort());
	await page.goto(`${site.origin}/en/guides/home-door/`);
	await page.evaluate(() => navigator.serviceWorker.ready);

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');
	await expect(page.getByRole('listitem').first()).toBeVisible();
	await expect(statusLine(page)).toContainText('Connect once');
});

test('search answers with the server gone, and folds accents', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await expect(page.getByRole('searchbox')).toBeFocused();

	await page.getByRole('searchbox').fill('bús');
	await expect(page.getByRole('main').getByRole('link').first()).toContainText('school bus');
	await expect(page.getByRole('main').locator('mark').first()).toHaveText(/bus/i);

	await page.getByRole('searchbox').fill('zzzzzz');
	await expect(page.getByRole('main')).toContainText('Nothing found');
	await expect(page.getByRole('main')).toContainText('311');
	expect(page.url()).not.toContain('zzzz');
});

test('a language that was never opened can be chosen offline', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	// only the interface texts of English were fetched
	const kept = await keptFiles(page);
	expect(kept.filter((url) => /assets\/[\w-]+\.[\w-]{8}\.json$/.test(url))).toHaveLength(1);
	await site.kill();

	await page.goto(`${site.origin}/es/`);
	// neither the articles nor the interface are here in Spanish: English stands in their place, and one
	// Spanish sentence says so
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByText('Este teléfono no tiene Español')).toBeVisible();
	await expect(page.getByRole('link', { name: /Officers are at your door/ })).toBeVisible();
});

test('the code takes the room of its files, and nothing is kept beside them', async ({
	page,
	site
}, info) => {
	test.skip(info.project.name !== 'phone', 'only Chromium tells, and only Chromium compiles');
	await readyFor(page, `${site.origin}/en/`);
	const beside = (): Promise<number> =>
		page.evaluate(async () => {
			const [name = ''] = await caches.keys();
			const cache = await caches.open(name);
			const bodies = (await cache.matchAll()).map((file) => file.arrayBuffer());
			const bytes = (await Promise.all(bodies)).reduce(
				(sum, { byteLength }) => sum + byteLength,
				0
			);
			const { usageDetails } = (await navigator.storage.estimate()) as {
				usageDetails?: { caches?: number };
			};
			return (usageDetails?.caches ?? Infinity) / bytes;
		});
	// addresses, headers, and what a disk rounds up to
	await expect.poll(beside).toBeLessThan(1.1);
});

test('an address that does not exist says so, online and offline', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/no-such-guide\/$/);
	const answer = await page.goto(`${site.origin}/en/guides/no-such-guide/`);
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('This page is not here');

	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await page.goto(`${site.origin}/en/guides/no-such-guide/`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('This page is not here');
	await page.goto(`${site.origin}/no/such/place/`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('This page is not here');
});
