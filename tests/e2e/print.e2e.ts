import type { Page } from '@playwright/test';
import { newYorkDay } from '#lib/reader/text/format-date.ts';
import { aBusDoorsEdition } from '#tests/support/publisher/bus-doors-edition.ts';
import { expect, readyFor, test } from './site-test.ts';

/** What is so now, on this phone, and not on a sheet of paper next month. */
const LIVE =
	/open now|closed now|up to date|connect to|ready for offline|of \d+ checked|since you last looked|\d+ changed|^changed$/im;

/** What is on paper: what is not displayed is no text here. */
async function onPaper(page: Page): Promise<string> {
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	await page.emulateMedia({ media: null });
	return text;
}

test('a printed page says nothing that is so only now', async ({ page, site }) => {
	test.setTimeout(120_000);
	await readyFor(page, `${site.origin}/en/`);
	site.publish(...aBusDoorsEdition(newYorkDay(new Date()), 'critical'));
	await page.reload();
	await expect(page.locator('#status-line')).toContainText('since you last looked');

	const seen: string[] = [];
	for (const path of [
		'',
		'help/',
		'about/',
		'schools/',
		'guides/school-bus/',
		'guides/home-door/',
		'changes/'
	]) {
		await page.goto(`${site.origin}/en/${path}`);
		// the date of the edition, which stays true
		await expect(page.locator('footer')).toContainText('Edition');
		if (path === 'help/') await expect(page.getByText(/(Open|Closed) now/).first()).toBeVisible();
		// the app has the page, and says what it knows
		await expect(page.locator('#status-line .settled')).toBeVisible();
		seen.push(await page.locator('body').innerText());
		const paper = await onPaper(page);
		expect(paper, path).not.toMatch(LIVE);
		expect(paper).toMatch(/Edition \d+, \w+ \d+, 20\d\d/);
		if (path === 'help/')
			expect(paper).toMatch(/9:00 AM – 6:00 PM\s*(Hours not confirmed|Last checked)/);
	}
	// else the words above would be none of ours
	for (const word of [
		/(Open|Closed) now/,
		/Up to date/,
		/since you last looked/,
		/of \d+ checked/
	]) {
		expect(seen.join('\n')).toMatch(word);
	}
});
