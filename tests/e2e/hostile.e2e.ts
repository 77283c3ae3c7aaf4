import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Site } from '#tests/support/phone/site.ts';
import { spoilEdition } from '#tests/support/server/spoil-edition.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

/** Publishes an edition that differs in one word, for the test to spoil. */
function publishNext(site: Site): void {
	site.publish([
		'guides/school-bus/en.md',
		(text) => text.replace('Keep the doors closed.', 'Keep every door closed.')
	]);
}

const FULL = 'This phone is full';

/**
 * Sets how many bytes this site may store; `undefined`: as many as the browser likes. On a phone that has
 * written before, Chromium lets IndexedDB write for another half a minute on the room that it was granted
 * then, so a new edition still comes, and "Ready" is true: only a first visit is full at once.
 */
async function leaveRoom(page: Page, { origin }: Site, quotaSize: number | undefined) {
	const browser = await page.context().newCDPSession(page);
	const leave = async (bytes: number | undefined): Promise<void> => {
		const room = bytes === undefined ? {} : { quotaSize: bytes };
		await browser.send('Storage.overrideQuotaForOrigin', { origin, ...room });
	};
	await leave(quotaSize);
	return leave;
}

async function stillReadsOld(page: Page, site: Site): Promise<void> {
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(page.getByText('Keep the doors closed.')).toBeVisible();
}

test('a page of a captive portal in place of the edition changes nothing', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	publishNext(site);
	await page
		.context()
		.route('**/published/**', (route) =>
			route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Accept our terms</h1>' })
		);
	await stillReadsOld(page, site);
	await expect(statusLine(page)).toContainText('Ready for offline');
});

test('an altered guide is refused, and the old one stays', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	publishNext(site);
	spoilEdition(site.publishedDir, '{blob,pack,update}/*', (text) =>
		text.replaceAll('every', 'never')
	);
	await stillReadsOld(page, site);
	await expect(statusLine(page)).toContainText(/failed our checks|Newer guidance/);
	await stillReadsOld(page, site);
});

test('a head that nobody signed is refused', async ({ page, pageErrors, site }) => {
	pageErrors.rootsAreAsked();
	await readyFor(page, `${site.origin}/en/`);
	spoilEdition(site.publishedDir, 'head.json', (text) =>
		text.replace(/"version":(\d+)/, '"version":9$1')
	);
	await stillReadsOld(page, site);
	await expect(statusLine(page)).toContainText('failed our checks');
});

test('an older edition is never taken back', async ({ page, pageErrors, site }) => {
	pageErrors.rootsAreAsked();
	const old = readFileSync(`${site.publishedDir}/head.json`, 'utf8');
	publishNext(site);
	await readyFor(page, `${site.origin}/en/`);
	spoilEdition(site.publishedDir, 'head.json', () => old);
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(statusLine(page)).toContainText('failed our checks');
	await expect(page.getByText('Keep every door closed.')).toBeVisible();
});

test('a phone whose clock is years ahead says "not confirmed", and reads on', async ({
	page,
	pageErrors,
	site
}) => {
	pageErrors.rootsAreAsked();
	await readyFor(page, `${site.origin}/en/`);
	await page.clock.setFixedTime(new Date('2028-01-01T12:00:00Z'));
	await stillReadsOld(page, site);
	await expect(statusLine(page)).toContainText(/Not confirmed since|date on this phone/);
	await expect(page.getByRole('main')).toContainText('This may be out of date');
});

test('a phone that refuses to store leaves a readable page, and says so', async ({
	page,
	site
}) => {
	await page.addInitScript(() => {
		const deny = (): never => {
			throw new DOMException('denied', 'SecurityError');
		};
		IDBFactory.prototype.open = deny;
		// as in Firefox, if it blocks the cookies of all sites
		window.BroadcastChannel = class extends BroadcastChannel {
			constructor() {
				deny();
				super('');
			}
		};
	});
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(statusLine(page)).toContainText('does not let us save');
	await expect(page.getByText('Keep the doors closed.')).toBeVisible();
});

test('storage that fails once costs a phone offline nothing, and hides no page of the host’s', async ({
	page,
	context,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'no other browser lets a test into its worker');
	await readyFor(page, `${site.origin}/en/`);
	const fail = (): void => {
		IDBFactory.prototype.open = IDBDatabase.prototype.transaction = () => {
			throw new DOMException('Internal error opening backing store', 'UnknownError');
		};
	};
	await page.addInitScript(fail);
	for (const worker of context.serviceWorkers()) await worker.evaluate(fail);
	await site.kill();
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(statusLine(page)).toContainText('does not let us save');
	// the code is here, and the guides are again
	const later = await context.newPage();
	await later.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(later.getByText('Keep the doors closed.')).toBeVisible();

	await site.start();
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(page.getByText('Keep the doors closed.')).toBeVisible();
	await expect(statusLine(page)).toContainText('does not let us save');
	await page.goto(`${site.origin}/en/help/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call for help');
});

test('a full phone keeps the old edition and says what would help', async ({
	page,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'no other browser lets a test into its worker');
	await readyFor(page, `${site.origin}/en/`);
	publishNext(site);
	const fill = (): void => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	};
	// in the page and in the worker: whichever of the two syncs finds the storage full
	await page.addInitScript(fill);
	for (const worker of page.context().serviceWorkers()) await worker.evaluate(fill);
	await stillReadsOld(page, site);
	await expect(statusLine(page)).toContainText(FULL);
});

test('a full phone says so at its first visit, and saves once there is room', async ({
	page,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'no other browser lets a test set how much room there is');
	const room = await leaveRoom(page, site, 1);
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(statusLine(page)).toContainText(FULL);
	await expect(page.getByText('Keep the doors closed.')).toBeVisible();
	await room(undefined);
	await statusLine(page).getByRole('button').click();
	await expect(statusLine(page)).toContainText('Ready for offline', { timeout: 40_000 });
});

test('a phone that has room for the guides, and not for the code, says so', async ({
	page,
	site,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'no other browser lets a test into its worker');
	await readyFor(page, `${site.origin}/en/`);
	for (const worker of page.context().serviceWorkers()) {
		await worker.evaluate(() => {
			Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		});
	}
	await page.evaluate(async () => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			const scripts = (await cache.keys()).filter(({ url }) => url.endsWith('.js'));
			await Promise.all(scripts.map((it) => cache.delete(it)));
		}
	});
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(statusLine(page)).toContainText(FULL);
});
