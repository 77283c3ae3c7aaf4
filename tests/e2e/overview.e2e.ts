import { expect, readyFor, test } from './site-test.ts';

test('"Who does what" is one table, cards on a phone, and prints on two Letter pages', async ({
	page,
	site,
	browserName
}) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.getByRole('link', { name: 'When officers come: who does what' }).click();
	const table = page.getByRole('table');
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		const bus = table.getByRole('row', { name: /^School bus/ });
		await expect(bus.getByRole('cell')).toHaveCount(2);
		await expect(bus).toContainText('Keep the doors closed.');
		await expect(table.getByRole('columnheader', { name: 'You work there' })).toBeAttached();
		// the wide table says it for screen readers; the narrow cards leave empty cells out
		const home = table.getByRole('row', { name: /^At home/ });
		if (width > 1000) await expect(home).toContainText('Nothing to do here');
		// the police column is in the page twice, once for each width, and only one is visible
		await expect(table.getByText('Stay out of civil immigration enforcement')).toHaveCount(2);
		const police = table.getByText('Stay out of civil immigration enforcement');
		await expect(police.filter({ visible: true })).toHaveCount(1);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
	}
	await table.getByRole('link', { name: 'School bus', exact: true }).click();
	await expect(page).toHaveURL(/\/en\/guides\/bus-stop\/$/);

	await page.goto(`${site.origin}/en/who/`);
	if (browserName !== 'chromium') return;
	const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
});
