import { localDay } from '#lib/reader/text/format-date.ts';
import { aBusDoorsEdition } from '#tests/support/publisher/bus-doors-edition.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

/** Today where the guides are for: the compiler dates notes there, and refuses one from the future. */
const DATE = localDay(new Date());

test('without push, a critical change stays on top until it is acknowledged', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	site.publish(...aBusDoorsEdition(DATE, 'critical'));
	await page.reload();
	const alarm = page.getByRole('link', { name: 'Something important has changed.' });
	await expect(alarm).toBeVisible();
	// announced once, in the polite live region, and nothing takes the focus
	await expect(statusLine(page)).toContainText('1 article changed since you last looked');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await site.kill();

	await alarm.click();
	const heading = page.getByRole('heading', { name: 'Important changes' });
	await expect(heading).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Check the back door, too.');
	// opening the list resets the count of new changes, but does not acknowledge the critical one
	await expect(page.getByRole('link', { name: /new change/ })).toHaveCount(0);
	await page.goto(`${site.origin}/en/`);
	await expect(alarm).toBeVisible();
	await alarm.click();
	await page.getByRole('button', { name: 'I have read these' }).click();
	await expect(heading).toHaveCount(0);
	await expect(page.getByRole('main')).toContainText('Check the back door, too.');
	await page.goto(`${site.origin}/en/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(alarm).toHaveCount(0);
});

test('changes for other roles are one tap away, by a choice that stays on the phone', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/notices/`);
	site.publish(...aBusDoorsEdition(DATE, 'none'));
	await page.getByRole('radio', { name: 'For teachers' }).check();
	await page.goto(`${site.origin}/en/changes/`);
	const other = page.getByRole('heading', { name: 'The first step names every door.' });
	await expect(page.getByText('Other changes')).toBeVisible();
	await expect(other).toBeHidden();
	await page.getByText('Other changes').click();
	await expect(other).toBeVisible();
});

test('changes are grouped by role, even without scripts, and a chosen role sees its own alone', async ({
	page,
	browser,
	site
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false });
	const whole = await plain.newPage();
	await whole.goto(`${site.origin}/en/changes/`);
	const groups = whole.getByRole('navigation', { name: 'For whom' });
	await groups.getByRole('link', { name: 'For city police' }).click();
	await expect(whole.getByRole('heading', { level: 2, name: 'For city police' })).toBeInViewport();
	await expect(whole.getByRole('heading', { level: 2, name: 'For families' })).toHaveCount(1);
	await plain.close();

	await readyFor(page, `${site.origin}/en/notices/`);
	await page.getByRole('radio', { name: 'For city police' }).check();
	await page.goto(`${site.origin}/en/changes/`);
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('For city police');
	await expect(page.getByRole('navigation', { name: 'For whom' })).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'For families' })).toHaveCount(0);
	await expect(page.getByText('Other changes')).toBeVisible();
});
