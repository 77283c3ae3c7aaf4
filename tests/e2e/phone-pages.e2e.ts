import type { Page } from '@playwright/test';
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
		const seen = { shifts: 0, looks: [] as string[] };
		Object.assign(globalThis, { seen });
		new PerformanceObserver((list) => {
			for (const it of list.getEntries()) seen.shifts += (it as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
		new MutationObserver(() => {
			const { look } = document.documentElement.dataset;
			if (look && look !== seen.looks.at(-1)) seen.looks.push(look);
		}).observe(document, { subtree: true, childList: true, attributes: true });
	});
	await tab.goto(`${site.origin}/en/guides/school-door-desk/`);
	await expect(tab.locator('#svelte-announcer')).toBeAttached();
	expect(await tab.evaluate(() => (globalThis as unknown as { seen: object }).seen)).toEqual({
		shifts: 0,
		looks: ['contrast']
	});

	await tab.goto(`${site.origin}/en/`);
	expect(await tab.locator('html').getAttribute('data-on-phone')).toBe('');
	await expect(tab.getByRole('button', { name: 'School', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expect(tab.getByRole('link', { name: /All steps/ })).toBeVisible();
});

test('the worker makes no page of a damaged text: the app says what it has', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('handrail');
			opening.onsuccess = () => {
				resolve(opening.result);
			};
			opening.onerror = () => {
				reject(new Error('no database'));
			};
		});
		const spoiling = db.transaction('blobs', 'readwrite');
		const store = spoiling.objectStore('blobs');
		const keys = await new Promise<IDBValidKey[]>((resolve) => {
			const reading = store.getAllKeys();
			reading.onsuccess = () => {
				resolve(reading.result);
			};
		});
		for (const key of keys) store.put('{"kind":"guide"', key);
		// wait for the commit: the page is closed next, which would abort the transaction
		await new Promise((resolve) => {
			spoiling.oncomplete = resolve;
		});
		db.close();
	});
	await page.close();

	const tab = await context.newPage();
	await tab.goto(`${site.origin}/en/guides/home-door/`);
	await expect(tab.getByRole('heading', { level: 1 })).not.toHaveText('Officers are at your door');
	expect(await tab.locator('html').getAttribute('data-on-phone')).toBeNull();
});
