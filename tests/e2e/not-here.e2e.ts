import type { Page, Route } from '@playwright/test';
import { expect, readyFor, statusLine, test } from './site-test.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Records every heading that appears, even for a single frame. */
async function noteHeadings(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		const look = (): void => {
			const text = document.querySelector('h1')?.textContent.trim();
			if (text) seen.add(text);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	return () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
}

/** Holds back requests for `path` until the function that is returned is called. */
async function hold(page: Page, path: string): Promise<() => Promise<void>> {
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	const answer = async (route: Route): Promise<void> => {
		await released;
		// fails if the page that asked has been closed, which is fine
		await route.continue().catch(() => undefined);
	};
	await page.context().route(path, answer);
	return async () => {
		release();
		await page.context().unroute(path, answer);
	};
}

test('a guide that is opened before the first edition is here is on its way, not missing', async ({
	page,
	site
}) => {
	const letGo = await hold(page, '**/published/{pack,edition}/**');
	await page.goto(`${site.origin}/en/`);
	await page.evaluate(() => navigator.serviceWorker.ready);
	const seen = await noteHeadings(page);
	await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(heading(page)).toHaveText(/Getting it|Officers are at your door/);
	await letGo();
	await expect(heading(page)).toHaveText('Officers are at your door');
	await expect(page.getByText('Keep the door closed.')).toBeVisible();
	expect(await seen()).not.toContain('Not on this phone yet');
});

test('a language on its way is read in English meanwhile, and appears when it is here', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const letGo = await hold(page, '**/published/{pack,listing,blob}/**');
	await page.goto(`${site.origin}/es/guides/home-door/`);
	await expect(heading(page)).toHaveText('Officers are at your door');
	await expect(
		page.getByRole('main').getByText(/Español.*(viene en camino|is on its way)/)
	).toBeVisible();
	await letGo();
	await expect(heading(page)).toContainText('puerta');
	await expect(page.getByText(/viene en camino/)).toHaveCount(0);
});

test('a link tapped while texts arrive leads to its own page', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	const letGoOfTexts = await hold(page, '**/published/{pack,listing,blob}/**');
	await page.goto(`${site.origin}/es/guides/home-door/`);
	await expect(heading(page)).toHaveText('Officers are at your door');
	await expect(statusLine(page).locator('.settled')).toHaveCount(0);
	const letGoOfMessages = await hold(page, '**/assets/fr.*.json');
	const asked = page.context().waitForEvent('request', (it) => it.url().includes('/fr.'));
	await page.locator('a[hreflang="fr"]').first().dispatchEvent('click');
	await asked;
	await letGoOfTexts();
	// Spanish is stored now. That would reload the page in Spanish, if the tap did not count
	await expect(statusLine(page).locator('.settled')).toContainText(/\d+/, { timeout: 30_000 });
	await letGoOfMessages();
	await expect(page).toHaveURL(`${site.origin}/fr/guides/home-door/`);
});

test('a language that is not kept is read in English, labelled, on every kind of page', async ({
	page,
	site
}) => {
	test.slow();
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	for (const path of [
		...['', 'guides/home-door/', 'directives/cbp-one/', 'city/', 'search/', 'changes/', 'help/'],
		...['timeline/', 'words/', 'sources/', 'about/coverage/', 'share/#guide/home-door']
	]) {
		await page.goto(`${site.origin}/es/${path}`);
		await expect(heading(page), path).toBeVisible();
		const label = page.getByRole('main').getByText(/(Español|Este teléfono).*English/);
		await expect(label, path).toBeVisible();
		await expect(heading(page), path).not.toHaveText(/Not on this phone|Todavía no está/);
		// no second label that calls single texts untranslated
		await expect(
			page.getByText(/Not in this language yet|Todavía no está en este idioma/).first(),
			path
		).toBeHidden();
	}
	await page.goto(`${site.origin}/es/guides/home-door/`);
	await expect(heading(page)).toHaveText('Officers are at your door');
	await page.goto(`${site.origin}/es/search/`);
	await page.getByRole('searchbox').fill('bus');
	await expect(page.getByRole('main').locator('mark').first()).toHaveText(/bus/i);
});

test('if nothing could be fetched, the page says so, and a tap tries again', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/published\//);
	await page.context().route('**/published/**', (route) => route.abort());
	await page.goto(`${site.origin}/en/`);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(heading(page)).toHaveText('Not on this phone yet');
	await expect(page.getByRole('main')).toContainText('Connect once to get it');
	// the other guides are missing, too, so the page offers no link to them
	await expect(page.getByRole('main').getByRole('link', { name: /guides/ })).toHaveCount(0);
	await expect(page.getByRole('main').getByRole('link', { name: '911' })).toBeVisible();

	await page.context().unroute('**/published/**');
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(heading(page)).toHaveText('Officers are at your door');
});

test.describe('on the smallest phone', () => {
	test.use({ viewport: { width: 360, height: 640 } });

	test('the page says at once that it is loading, and after a while that nothing has come', async ({
		page,
		site
	}) => {
		const letGo = await hold(page, '**/published/**');
		await page.goto(`${site.origin}/en/`);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.goto(`${site.origin}/en/guides/home-door/`);
		await expect(heading(page)).toHaveText('Getting it…');
		await expect(page.getByRole('main')).toContainText('Nothing has come for a while', {
			timeout: 25_000
		});
		await letGo();
		await expect(heading(page)).toHaveText('Officers are at your door', { timeout: 40_000 });
	});
});
