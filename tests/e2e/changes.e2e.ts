import type { Edit } from '#tests/support/site.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

/** Critical notes stay on top for 30 days from their date. */
const DATE = new Date().toISOString().slice(0, 10);
const SLUG = `${DATE}-bus-doors`;
const CRITICAL = `kind: change
slug: ${SLUG}
lang: en
date: ${DATE}
importance: major
articles: [school-bus]
audiences: [bus-crew]
what: The first step names every door.
why: Buses have a door at the back.
doNow: Check the back door, too.
before: The step named the doors.
sources: []
approvedBy: []
notify: critical
`;

const NEXT_EDITION: Edit[] = [
	[`changes/${SLUG}/en.yaml`, () => CRITICAL],
	[
		'guides/school-bus/en.md',
		(text) =>
			text
				.replace('Keep the doors closed.', 'Keep every door closed.')
				.replace('changes: [', `changes: [${SLUG}, `)
	],
	['guides/school-bus/es.md', (text) => text.replace('changes: [', `changes: [${SLUG}, `)]
];

test('with no push at all, what is critical stays on top until it is acknowledged', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	site.publish(...NEXT_EDITION);
	await page.reload();
	const alarm = page.getByRole('link', { name: 'Something important has changed.' });
	await expect(alarm).toBeVisible();
	// said once, politely: in the live region, and nothing takes the focus
	await expect(statusLine(page)).toContainText('1 article changed since you last looked');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await site.kill();

	await alarm.click();
	const heading = page.getByRole('heading', { name: 'Important changes' });
	await expect(heading).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Check the back door, too.');
	// opening the list ends the count, and acknowledges nothing
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

test('changes for others stand one tap below, by a choice that stays on the phone', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/notices/`);
	site.publish(
		...NEXT_EDITION.map(([path, change]): Edit => [
			path,
			(text) => change(text).replace('notify: critical', 'notify: none')
		])
	);
	await page.getByRole('radio', { name: 'For teachers' }).check();
	await page.goto(`${site.origin}/en/changes/`);
	const other = page.getByRole('heading', { name: 'The first step names every door.' });
	await expect(page.getByText('Other changes')).toBeVisible();
	await expect(other).toBeHidden();
	await page.getByText('Other changes').click();
	await expect(other).toBeVisible();
});
