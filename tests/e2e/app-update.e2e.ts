import { readFileSync, rmSync } from 'node:fs';
import { aNextRelease } from '#tests/support/next-release.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

const workerVersions = (): Promise<string[]> => caches.keys();

test('a new version waits for the reader, and only the tab that accepted starts again', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	const other = await context.newPage();
	await other.goto(`${site.origin}/en/guides/school-bus/`);
	await other.evaluate(() => ((window as { stays?: boolean }).stays = true));

	const release = aNextRelease('aaaa');
	await site.kill();
	await site.start({ cwd: release });
	await page.reload();
	await expect(statusLine(page)).toContainText('New version of Handrail');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');

	await Promise.all([
		page.waitForEvent('load'),
		statusLine(page).getByRole('button', { name: 'Update' }).click()
	]);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');
	const { version } = JSON.parse(
		readFileSync(`${release}/build/client/_app/version.json`, 'utf8')
	) as { version: string };
	await expect.poll(() => page.evaluate(workerVersions)).toEqual([`app-${version}`]);
	expect(await other.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);

	// and the new version opens with no connection
	await site.kill();
	await page.goto(`${site.origin}/en/help/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call for help');
	rmSync(release, { recursive: true, force: true });
});

test('a version that nobody accepted takes over at the next cold start', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	const release = aNextRelease('bbbb');
	await site.kill();
	await site.start({ cwd: release });
	await page.reload();
	await expect(statusLine(page)).toContainText('New version of Handrail');
	await page.close();

	const later = await context.newPage();
	const { version } = JSON.parse(
		readFileSync(`${release}/build/client/_app/version.json`, 'utf8')
	) as { version: string };
	await expect
		.poll(async () => {
			await later.goto(`${site.origin}/en/`);
			return later.evaluate(workerVersions);
		})
		.toEqual([`app-${version}`]);
	rmSync(release, { recursive: true, force: true });
});
