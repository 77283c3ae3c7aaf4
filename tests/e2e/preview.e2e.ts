import { aDevServer, type DevServer } from '#tests/support/publisher/dev-server.ts';
import { inspectPhone } from '#tests/support/publisher/whole-edition.ts';
import { expect, test as base } from './watched-test.ts';

const test = base.extend<{ dev: DevServer }>({
	dev: async ({ page }, use) => {
		const dev = await aDevServer();
		await use(dev);
		// close the page first: Vite's script in it would try to reach the server again
		await page.close();
		await dev.close();
	}
});

const GUIDE = 'src/content/guides/bus-stop/en.md';
const PATH = '/en/guides/bus-stop/';
const PHONE = { width: 360, height: 640 };

test('a saved text is on the page at once, and its problems are shown over the page', async ({
	page,
	dev
}) => {
	test.setTimeout(180_000);
	const logged: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning', 'info', 'log'].includes(message.type())) logged.push(message.text());
	});
	await page.setViewportSize(PHONE);
	const overlay = page.locator('vite-error-overlay');
	const main = page.getByRole('main');

	// the clone is fresh: the preview works before anything was built
	await page.goto(dev.origin + PATH);
	await expect(main).toContainText('Wait at the stop.');
	// wait until the browser has stored this edition, which the page could show after an edit
	await expect.poll(() => page.evaluate(() => indexedDB.databases())).toHaveLength(1);
	await expect.poll(async () => (await page.evaluate(inspectPhone)).version).toBeDefined();

	dev.edit(GUIDE, (text) => text.replace('Wait at the stop.', 'Wait at the sign.'));
	await expect(main).toContainText('Wait at the sign.');
	await expect(overlay).toHaveCount(0);

	dev.edit(GUIDE, (text) => text.replace('{1.01}', '{9.99}'));
	await expect(overlay).toContainText('there is no fact "9.99"');
	await expect(overlay).toContainText(`${GUIDE}:22:1`);
	await expect(overlay).toContainText('> 22 | 1. Wait at the sign. {9.99}');

	dev.edit(GUIDE, (text) => text.replace('{9.99}', '{1.01}'));
	await expect(overlay).toHaveCount(0);
	await expect(main).toContainText('Wait at the sign.');
	await expect(main).not.toContainText('Wait at the stop.');

	// the interface texts are compiled at each save, too
	dev.edit('src/messages/en.json', (text) => `${text}}`);
	await expect(overlay).toContainText('src/messages/en.json:');
	dev.edit('src/messages/en.json', (text) =>
		text.slice(0, -1).replace('"Skip to the page"', '"Straight to the page"')
	);
	await expect(overlay).toHaveCount(0);
	await expect(page.getByText('Straight to the page')).toBeAttached();

	expect(dev.has('static/published')).toBe(false);
	expect(logged).toEqual([]);
	expect(dev.printed()).not.toMatch(/error|warn/i);
});
