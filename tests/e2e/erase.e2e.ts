import type { Page } from '@playwright/test';
import { countLeftovers, type Leftovers } from '#tests/support/phone/leftovers.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

const leftovers = (page: Page): Promise<Leftovers> => page.evaluate(countLeftovers);

test('"Delete everything" leaves nothing, and nothing comes back while the page stays open', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await expect(page.getByRole('main')).toContainText('Deleted.');
	await expect.poll(() => leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });

	// each of these makes an open page look for a newer edition
	const asked = page.waitForRequest('**/published/head.json', { timeout: 3000 }).catch(() => null);
	await page.evaluate(() => {
		document.dispatchEvent(new Event('visibilitychange'));
		dispatchEvent(new Event('online'));
	});
	await page.getByRole('link', { name: 'Help' }).click();
	expect(await asked).toBeNull();
	expect(await leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });
});

test('after "Delete everything" no tab claims to be ready, and success does not look like a warning', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const other = await context.newPage();
	await other.goto(`${site.origin}/en/guides/home-door/`);
	await expect(statusLine(other)).toContainText('Ready for offline');
	await page.goto(`${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	const told = page.getByRole('main').getByText('Deleted. Nothing of Handrail is kept now.');
	await expect(told).toBeVisible();
	// success is shown in the colour that marks a rule in force, not in that of a warning
	const colour = await told.evaluate((it) => getComputedStyle(it).color);
	const settled = await page.evaluate(() => {
		const probe = document.body.appendChild(document.createElement('i'));
		probe.style.setProperty('color', 'var(--rail)');
		return getComputedStyle(probe).color;
	});
	expect(colour).toBe(settled);

	for (const tab of [page, other]) {
		await expect(statusLine(tab)).toContainText('Everything was deleted from this phone');
		await expect(tab.locator('body')).not.toContainText('Ready for offline');
	}
	// each of these makes the other tab look for a newer edition
	const asked = other.waitForRequest('**/published/**', { timeout: 3000 }).catch(() => null);
	await other.evaluate(() => {
		document.dispatchEvent(new Event('visibilitychange'));
		dispatchEvent(new Event('online'));
	});
	await other.getByRole('link', { name: 'Help', exact: true }).first().click();
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Nothing is saved now');
	expect(await asked).toBeNull();
	expect(await leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });

	await other.getByRole('main').getByRole('button', { name: 'Start again' }).click();
	await readyFor(other, `${site.origin}/en/help/`);
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Call for help');
});

test('"Delete everything" during the first download stops it, too', async ({ page, site }) => {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/published/pack/**', async (route) => {
		await held;
		await route.continue().catch(() => undefined);
	});
	await page.goto(`${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await expect(page.getByRole('main')).toContainText('Deleted.');
	release();
	await expect.poll(() => leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });
	await page.getByRole('link', { name: 'Help' }).click();
	expect(await leftovers(page)).toEqual({ rows: 0, caches: 0, workers: 0 });
});
