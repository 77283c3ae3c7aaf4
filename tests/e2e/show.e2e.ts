import type { Page } from '@playwright/test';
import { expect, readyFor, test } from './site-test.ts';

/** Whether the words for the other person and all buttons are on screen, uncut and without scrolling. */
const isWhole = (page: Page): Promise<boolean> =>
	page.getByRole('dialog').evaluate((dialog) =>
		[...dialog.querySelectorAll<HTMLElement>('.them p, button')].every((part) => {
			const { left, right, top, bottom } = part.getBoundingClientRect();
			const isInside = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
			const box = part.closest('.them') ?? part;
			return isInside && box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
		})
	);

test('shows words to somebody else with no connection, and leaves no trace in the history', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/bn/guides/home-door/`);
	await site.kill();
	await page.reload();
	const address = page.url();
	const before = await page.evaluate(() => JSON.stringify(history.state));
	const show = page.locator('.say').getByRole('button', { name: 'দেখান' });
	await show.nth(2).click();

	const card = page.getByRole('dialog', { name: 'কার্ড 3 / 4' });
	const english = card.getByText('I do not want to answer questions.', { exact: true });
	await expect(english).toHaveAttribute('lang', 'en');
	await expect(card).toContainText('আমি প্রশ্নের উত্তর দিতে চাই না।');
	await expect(card).toContainText('খসড়া অনুবাদ');
	await expect(card).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	expect(page.url()).toBe(address);
	expect(await page.evaluate(() => JSON.stringify(history.state))).toBe(before);

	const turn = card.getByRole('button', { name: 'ঘোরান' });
	await turn.click();
	await expect(turn).toHaveAttribute('aria-pressed', 'true');
	await expect(english).toHaveCSS('transform', 'matrix(-1, 0, 0, -1, 0, 0)');

	await page.goBack();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(show.nth(2)).toBeFocused();
	expect(page.url()).toBe(address);

	// the card's own history entry is ahead of this one, and is covered by Hide as well
	await page
		.locator('.bar, header')
		.getByRole('link', { name: 'লুকান', exact: true })
		.first()
		.click();
	await page.goForward();
	await expect(page).toHaveURL(/\/bn\/blank\/$/);
});

test('every line fits the smallest phone, upright and on its side', async ({ page, site }) => {
	await page.setViewportSize({ width: 320, height: 568 });
	await readyFor(page, `${site.origin}/ru/guides/being-arrested/`);
	const first = page.locator('.say').getByRole('button', { name: 'Показать' }).first();
	await first.press('Enter');
	const card = page.getByRole('dialog');
	const next = card.getByRole('button', { name: 'Следующая карточка' });
	do {
		await expect.poll(() => isWhole(page)).toBe(true);
		await next.press('Enter');
	} while ((await next.getAttribute('aria-disabled')) === 'false');
	await page.setViewportSize({ width: 568, height: 320 });
	await expect.poll(() => isWhole(page)).toBe(true);
	await page.keyboard.press('Escape');
	await expect(first).toBeFocused();
});

test('at twice the size of text every word and button of a card is reached', async ({
	page,
	site
}) => {
	await page.setViewportSize({ width: 360, height: 640 });
	for (const lang of ['es', 'ar', 'ur']) {
		await readyFor(page, `${site.origin}/${lang}/guides/home-door/`);
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		await page.locator('.tools button').last().press('Enter');
		await expect(page.getByRole('dialog')).toBeVisible();
		await expect.poll(() => isWhole(page), { message: lang }).toBe(true);
		const own = page.locator('.me p');
		await expect(own).toBeInViewport();
		const wide = await page
			.getByRole('dialog')
			.evaluate((it) => it.scrollWidth - it.clientWidth + it.scrollHeight - it.clientHeight);
		expect(wide, lang).toBe(0);
	}
});

test('asks for an interpreter of the reader’s language', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/ur/help/`);
	await page.locator('.say').getByRole('button', { name: 'دکھائیں' }).first().click();
	const card = page.getByRole('dialog');
	await expect(card.locator('[lang=en]')).toHaveText(
		'I speak Urdu. I need an interpreter, please.'
	);
	await expect(card).toContainText('ترجمان');
});
