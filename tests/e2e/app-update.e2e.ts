import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { aNextRelease } from '#tests/support/server/next-release.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

const workerVersions = (): Promise<string[]> => caches.keys();

/** In a page or in the worker: the release whose shared script it runs; none for the build itself. */
const RELEASE = 'globalThis.release';

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
	// page, worker and what they share came as one
	expect(await page.evaluate(RELEASE)).toBe('aaaa');
	const workers = () => context.serviceWorkers().map((it) => it.evaluate<unknown>(RELEASE));
	await expect.poll(async () => (await Promise.all(workers())).at(-1)).toBe('aaaa');
	// and the other tab goes on with its own
	await other.locator('a[href="/en/help/"]').first().click();
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Call for help');
	expect(await other.evaluate(RELEASE)).toBeUndefined();
	expect(await other.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);

	// the new version opens with no connection, too
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

const versionOf = (folder: string): string => {
	const file = readFileSync(`${folder}/build/client/_app/version.json`, 'utf8');
	return (JSON.parse(file) as { version: string }).version;
};

test('of three versions that nobody accepted, the newest takes over, even offline', async ({
	page,
	site
}) => {
	test.slow();
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	const releases = ['cccc', 'dddd', 'eeee'].map(aNextRelease);
	for (const release of releases) {
		await site.kill();
		await site.start({ cwd: release });
		await page.reload();
		const wanted = `app-${versionOf(release)}`;
		await expect.poll(() => page.evaluate(workerVersions)).toContain(wanted);
		await expect(statusLine(page)).toContainText('New version of Handrail');
		await expect.poll(() => page.evaluate(isWaiting)).toBe(true);
	}
	// the update is accepted with the server gone: all of its files were fetched before
	await site.kill();
	await Promise.all([
		page.waitForEvent('load'),
		statusLine(page).getByRole('button', { name: 'Update' }).click()
	]);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');
	const newest = `app-${versionOf(releases[2] ?? '')}`;
	await expect.poll(() => page.evaluate(workerVersions)).toEqual([newest]);
	for (const [path, title] of [
		['help', 'Call for help'],
		['about', 'About']
	] as const) {
		await page.goto(`${site.origin}/en/${path}/`);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
	}
	for (const release of releases) rmSync(release, { recursive: true, force: true });
});

test('a release without the script that page and worker share takes nothing over', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/shared\./);
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	const before = await page.evaluate(workerVersions);
	const broken = aNextRelease('dead');
	for (const file of globSync(`${broken}/build/client/_app/immutable/shared.*.js`)) rmSync(file);
	await site.kill();
	await site.start({ cwd: broken });
	const isRefused = async (): Promise<boolean> => {
		const registration = await navigator.serviceWorker.ready;
		return registration.update().then(
			() => false,
			() => true
		);
	};
	expect(await page.evaluate(isRefused)).toBe(true);
	await site.kill();
	await page.goto(`${site.origin}/en/about/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('About Handrail');
	expect(await page.evaluate(workerVersions)).toEqual(before);
	rmSync(broken, { recursive: true, force: true });
});

async function isInstalled(): Promise<boolean> {
	const registration = await navigator.serviceWorker.getRegistration();
	return registration?.installing === null;
}

async function isWaiting(): Promise<boolean> {
	return Boolean((await navigator.serviceWorker.getRegistration())?.waiting);
}

test('a proxy that keeps version.json for ever hides no new version', async ({ page, site }) => {
	await page
		.context()
		.route('**/_app/version.json', (route) => route.fulfill({ json: { version: 'old' } }));
	await readyFor(page, `${site.origin}/en/`);
	const release = aNextRelease('ffff');
	await site.kill();
	await site.start({ cwd: release });
	await page.reload();
	await expect(statusLine(page)).toContainText('New version of Handrail');
	rmSync(release, { recursive: true, force: true });
});

test('a page whose later script is gone from phone and host still shows the text it has', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/handrail-later\./);
	pageErrors.provokes(/Failed to fetch dynamically imported module: .*handrail-later/);
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				if (request.url.includes('/handrail-later.')) await cache.delete(request);
			}
		}
	});
	await page.context().route('**/handrail-later.*', (route) => route.fulfill({ status: 404 }));
	await page.goto(`${site.origin}/en/about/`);
	await expect(page.getByRole('main')).not.toBeEmpty();
	await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');
});

test('a release that does not start is replaced by the next one, at the next start', async ({
	page,
	context,
	pageErrors,
	site
}) => {
	test.slow();
	pageErrors.provokes(/Error: a bad release/);
	await readyFor(page, `${site.origin}/en/`);
	const bad = aNextRelease('abad');
	for (const file of globSync(`${bad}/build/client/_app/immutable/bundle.*.js`)) {
		writeFileSync(file, 'throw new Error("a bad release");');
	}
	await site.kill();
	await site.start({ cwd: bad });
	await page.reload();
	await expect(statusLine(page)).toContainText('New version of Handrail');
	await expect.poll(() => page.evaluate(isWaiting)).toBe(true);
	await page.close();

	const good = aNextRelease('a00d');
	await site.kill();
	await site.start({ cwd: good });
	// at this start the bad release takes over and shows nothing, while its worker fetches the good one
	const first = await context.newPage();
	await first.goto(`${site.origin}/en/`);
	const wanted = `app-${versionOf(good)}`;
	await expect.poll(() => first.evaluate(workerVersions), { timeout: 40_000 }).toContain(wanted);
	await expect.poll(() => first.evaluate(isInstalled), { timeout: 40_000 }).toBe(true);
	await first.close();

	// repeated: the browser counts a tab as open for a moment after it was closed
	const nextStart = async () => {
		const second = await context.newPage();
		await second.goto(`${site.origin}/en/guides/home-door/`);
		const heading = second.getByRole('heading', { level: 1 });
		const shown = await heading.textContent({ timeout: 8000 }).catch(() => undefined);
		const versions = await second.evaluate(workerVersions);
		await second.close();
		return { shown, versions };
	};
	await expect
		.poll(nextStart, { intervals: [500, 2000], timeout: 90_000 })
		.toEqual({ shown: 'Officers are at your door', versions: [wanted] });
	for (const release of [bad, good]) rmSync(release, { recursive: true, force: true });
});
