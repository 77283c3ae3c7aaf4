import { expect, type Page } from '@playwright/test';

declare global {
	interface Window {
		savedFile?: File;
	}
}

/**
 * The file that "Pass it on" makes of the school bus guide, or of the edition, by its button.
 * Playwright hears of no download in the Firefox that Debian has: the page tells what it saved.
 */
export async function savedFile(
	page: Page,
	origin: string,
	button: string
): Promise<{ name: string; text: string }> {
	await page.addInitScript(() => {
		const make = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (file) => make((window.savedFile = file as File));
	});
	// another page first: the address of the second differs from others in its fragment alone
	await page.goto(`${origin}/en/about/`);
	await page.goto(`${origin}/en/share/#guide/school-bus`);
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
	return page.evaluate(async () => {
		return { name: window.savedFile?.name ?? '', text: (await window.savedFile?.text()) ?? '' };
	});
}
