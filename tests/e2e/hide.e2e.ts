import { expect, readyFor, test } from './site-test.ts';

test('Hide covers a guide offline, and neither Back nor a reload uncovers it', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.goto(`${site.origin}/en/guides/`);
	await page.locator('a[href$="/guides/car-stop/"]').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers stop your car');
	await site.kill();

	await page.getByRole('link', { name: 'Hide', exact: true }).click();
	const blank = page.getByRole('heading', { level: 1, name: 'Blank page' });
	await expect(blank).toBeFocused();
	await expect(page).toHaveTitle('Blank page');
	expect(new URL(page.url()).pathname).toBe('/en/blank/');
	await expect(page.locator('body')).not.toContainText('car');

	await page.goBack();
	await expect(page).toHaveURL(/\/en\/blank\/$/);
	await expect(blank).toBeVisible();
	await page.reload();
	await expect(blank).toBeVisible();
	await expect(page).toHaveTitle('Blank page');

	// the way back is folded away, and leads home instead of to the guide
	await expect(page.getByRole('link', { name: 'Go to Handrail' })).toBeHidden();
	await page.getByText('About this page').click();
	await page.getByRole('link', { name: 'Go to Handrail' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is happening now?');
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is happening now?');
	expect(await page.evaluate(() => sessionStorage.getItem('hidden'))).toBeNull();
});

test('Hide comes right after the skip link on a sensitive guide, on others by choice; Escape thrice hides any page', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
	await page.keyboard.press('Tab');
	const hide = page.getByRole('link', { name: 'Hide', exact: true });
	await expect(hide).toBeFocused();

	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(page.locator('#svelte-announcer')).toBeAttached();
	await expect(hide).toBeHidden();
	await page.locator('summary', { hasText: 'Text size and colors' }).click();
	await page.getByRole('radio', { name: 'On every page' }).check();
	await expect(hide).toBeVisible();
	await page.reload();
	await expect(hide).toBeVisible();

	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { level: 1, name: 'Blank page' })).toBeVisible();
	await expect(page.locator('main')).toHaveCount(1);
});
