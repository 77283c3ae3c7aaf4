import { expect, type Page } from '@playwright/test';

declare global {
	interface Window {
		savedFile?: File;
	}
}

/**
 * Presses a button of "Pass it on" for the school bus guide, and returns the file that it saves. Playwright
 * sees no downloads in Debian's Firefox, so the file is read in the page.
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
	// via another page: an address that differs only behind the # would not load the page again
	await page.goto(`${origin}/en/about/`);
	await page.goto(`${origin}/en/share/#guide/school-bus`);
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
	return page.evaluate(async () => {
		return { name: window.savedFile?.name ?? '', text: (await window.savedFile?.text()) ?? '' };
	});
}
