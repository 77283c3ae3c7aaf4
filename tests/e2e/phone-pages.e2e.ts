import type { BrowserContext, Page } from '@playwright/test';
import type { Site } from '#tests/support/phone/site.ts';
import { expect, readyFor, test } from './site-test.ts';

/** The words of the document as the worker sent it, and of the page after the app has taken over. */
async function words(page: Page, url: string): Promise<{ sent: string; shown: string }> {
	const response = await page.goto(url, { waitUntil: 'commit' });
	const html = (await response?.text()) ?? '';
	await expect(page.locator('#svelte-announcer')).toBeAttached();
	return page.evaluate((text) => {
		// decorations may depend on the width of the screen, which the worker does not know
		const wordsOf = (main: Element | null): string => {
			for (const it of main?.querySelectorAll('[aria-hidden=true]') ?? []) it.remove();
			return (main?.textContent ?? '').replace(/\s+/g, ' ').trim();
		};
		const sent = new DOMParser().parseFromString(text, 'text/html');
		return {
			sent: wordsOf(sent.querySelector('main')),
			shown: wordsOf(document.querySelector('main'))
		};
	}, html);
}

const PATHS = [
	'guides/home-door/',
	'guides/school-bus/',
	'guides/check-the-paper/',
	'directives/nypd-order-2025-01-18/',
	'directives/right-to-school/',
	'help/',
	''
];

test('offline, the document has all words of the page, and the app changes none', async ({
	page,
	site,
	browserName
}) => {
	test.skip(browserName === 'firefox', 'it does not tell what a worker answered');
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	await site.kill();
	for (const path of PATHS) {
		const { sent, shown } = await words(page, `${site.origin}/en/${path}`);
		expect(sent.length, path).toBeGreaterThan(200);
		expect(shown, path).toBe(sent);
	}
});

test('the app takes over a document that the worker made without a shift, in the chosen look', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.getByRole('button', { name: 'School', exact: true }).click();
	await page.locator('summary', { hasText: 'Text size and colors' }).click();
	await page.getByRole('radio', { name: 'High contrast' }).check();
	await site.kill();
	await page.close();

	const tab = await context.newPage();
	await tab.addInitScript(() => {
		const seen = { shifts: 0, looks: [] as string[], below: [] as string[] };
		Object.assign(globalThis, { seen });
		new PerformanceObserver((list) => {
			for (const it of list.getEntries()) seen.shifts += (it as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
		new MutationObserver(() => {
			const { look } = document.documentElement.dataset;
			if (look && look !== seen.looks.at(-1)) seen.looks.push(look);
			const below = document.querySelector('article > aside');
			const visibility = below && getComputedStyle(below).contentVisibility;
			if (visibility && visibility !== seen.below.at(-1)) seen.below.push(visibility);
		}).observe(document, { subtree: true, childList: true, attributes: true });
	});
	await tab.goto(`${site.origin}/en/guides/school-door-desk/`);
	await expect(tab.locator('#svelte-announcer')).toBeAttached();
	expect(await tab.evaluate(() => (globalThis as unknown as { seen: object }).seen)).toEqual({
		shifts: 0,
		looks: ['contrast'],
		// laid out once the app has started
		below: ['auto', 'visible']
	});

	await tab.goto(`${site.origin}/en/`);
	expect(await tab.locator('body').getAttribute('data-on-phone')).toBe('');
	await expect(tab.getByRole('button', { name: 'School', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expect(tab.getByRole('link', { name: /All steps/ })).toBeVisible();
});

/** Puts other texts in the place of all that are on this phone. `find` and `put`: what of each. */
async function alterTexts(page: Page, find: string, put: string): Promise<void> {
	await page.evaluate(
		async ([from, to]) => {
			const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
				new Promise((resolve, reject) => {
					request.onsuccess = () => {
						resolve(request.result);
					};
					request.onerror = () => {
						reject(new Error('the database refuses'));
					};
				});
			const db = await resultOf(indexedDB.open('handrail'));
			const altering = db.transaction('blobs', 'readwrite');
			const store = altering.objectStore('blobs');
			for (const key of await resultOf(store.getAllKeys())) {
				const text = (await resultOf(store.get(key))) as string;
				store.put(from === '' ? to : text.replaceAll(from, to), key);
			}
			// wait for the commit: the page is closed next, which would abort the transaction
			await new Promise((resolve) => {
				altering.oncomplete = resolve;
			});
			db.close();
		},
		[find, put] as const
	);
}

/** A guide that is opened with no connection, after this was put for that in the texts on the phone. */
async function openedAfter(
	from: string,
	to: string,
	{ page, context, site }: { page: Page; context: BrowserContext; site: Site }
): Promise<Page> {
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await alterTexts(page, from, to);
	await page.close();
	const tab = await context.newPage();
	await tab.goto(`${site.origin}/en/guides/home-door/`);
	return tab;
}

test('the worker makes no page of a damaged text: the app says what it has', async ({
	page,
	context,
	site
}) => {
	const tab = await openedAfter('', '{"kind":"guide"', { page, context, site });
	await expect(tab.getByRole('heading', { level: 1 })).not.toHaveText('Officers are at your door');
	expect(await tab.locator('body').getAttribute('data-on-phone')).toBeNull();
});

test('where a text has HTML that the compiler does not write, the app follows the head', async ({
	page,
	context,
	site
}) => {
	const tab = await openedAfter('<p>', '<p data-spoilt=\\"1\\">', { page, context, site });
	await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');
	expect(await tab.locator('body').getAttribute('data-on-phone')).toBeNull();
	expect(await tab.locator('[data-spoilt]').count()).toBe(0);
});
