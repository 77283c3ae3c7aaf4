import type { Page } from '@playwright/test';
import { Autopush } from '#tests/support/push/autopush.ts';
import { aDemoPush } from '#tests/support/push/demo-notice.ts';
import { aPushSite, type PushSite } from '#tests/support/push/push-site.ts';
import { dismissNotices, shownNotices } from '#tests/support/phone/shown-notices.ts';
import { expect, readyFor, statusLine, test as base } from './site-test.ts';

interface Own {
	phone: PushSite;
}
interface OwnOfWorker {
	autopush: Autopush;
}

/** Firefox with a push service of our own: real subscriptions, real encryption, no network. */
const test = base.extend<Own, OwnOfWorker>({
	autopush: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies from the pattern
		async ({}, use) => {
			const autopush = new Autopush();
			await autopush.start();
			await use(autopush);
			await autopush.close();
		},
		{ scope: 'worker' }
	],
	launchOptions: [
		async ({ autopush, launchOptions }, use) => {
			const firefoxUserPrefs = {
				...launchOptions.firefoxUserPrefs,
				'dom.push.enabled': true,
				'dom.push.connection.enabled': true,
				'dom.push.serverURL': autopush.url,
				'dom.push.testing.allowInsecureServerURL': true,
				'dom.push.retryBaseInterval': 500,
				'alerts.useSystemBackend': false
			};
			await use({ ...launchOptions, firefoxUserPrefs });
		},
		{ scope: 'worker' }
	],
	phone: async ({ context }, use) => {
		const phone = await aPushSite();
		await context.grantPermissions(['notifications'], { origin: phone.origin });
		await use(phone);
		await phone.close();
	}
});

test.skip(({ browserName }) => browserName !== 'firefox', 'with the push service of Firefox');

const ROUTINE = {
	title: 'Handrail',
	body: 'Hay algo nuevo para leer.',
	lang: 'es',
	tag: 'routine'
};

const theSwitch = (page: Page) => page.getByRole('switch');

/** A phone that reads Spanish and has turned notices on. */
async function subscribed(page: Page, { origin, api }: PushSite): Promise<void> {
	await readyFor(page, `${origin}/es/notices/`);
	await expect(theSwitch(page)).toHaveAttribute('aria-checked', 'false');
	await theSwitch(page).click();
	await expect(page.getByRole('main')).toContainText('Los avisos están activados.');
	expect(api.rows.size).toBe(1);
}

test('a push is decrypted and shown in the language of the reader, and turned off it is gone', async ({
	page,
	phone,
	autopush
}) => {
	await subscribed(page, phone);
	const endpoint = [...phone.api.rows.values()][0]?.endpoint ?? '';
	expect(await phone.push(aDemoPush(phone.origin, 'routine'))).toEqual([201]);
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);

	// a second routine notice replaces the first; a critical one with a valid proof appears beside it
	await phone.push(aDemoPush(phone.origin, 'routine'));
	await phone.push(aDemoPush(phone.origin, 'critical'));
	const critical = { ...ROUTINE, body: 'Algo importante ha cambiado.', tag: 'critical' };
	await expect
		.poll(async () => (await shownNotices(page)).sort((a, b) => (a.tag < b.tag ? 1 : -1)))
		.toEqual([ROUTINE, critical]);

	await dismissNotices(page);
	const acks = autopush.acks.length;
	const broken = (body: Buffer) => Buffer.concat([body.subarray(0, -1), Buffer.from([0])]);
	await phone.push(aDemoPush(phone.origin, 'routine'), broken);
	await expect.poll(() => autopush.acks.slice(acks)).toEqual([101]);
	expect(await shownNotices(page)).toEqual([]);

	await theSwitch(page).click();
	await expect(page.getByRole('main')).toContainText('Los avisos están apagados.');
	expect(phone.api.rows.size).toBe(0);
	await expect
		.poll(async () => (await fetch(endpoint, { method: 'POST', body: '' })).status)
		.toBe(410);
});

test('a push is shown with every page closed, and with the server dead', async ({
	page,
	context,
	phone,
	autopush
}) => {
	await subscribed(page, phone);
	await phone.site.kill();
	phone.api.mood = 'offline';
	await page.close();
	const acks = autopush.acks.length;
	await phone.push(aDemoPush(phone.origin, 'routine'));
	await expect.poll(() => autopush.acks.length).toBe(acks + 1);

	// the page that a tap opens works without the server
	const opened = await context.newPage();
	await opened.goto(`${phone.origin}/changes/`);
	await expect(opened).toHaveURL(`${phone.origin}/es/changes/`);
	await expect.poll(() => shownNotices(opened)).toEqual([ROUTINE]);
});

test('a subscription that the push service drops is made anew with no page open', async ({
	page,
	context,
	phone,
	autopush
}) => {
	await subscribed(page, phone);
	const [before] = phone.api.rows.values();
	await page.close();
	autopush.forget();
	await expect
		.poll(() => [...phone.api.rows.values()][0]?.endpoint, { timeout: 30_000 })
		.not.toBe(before?.endpoint);
	expect(phone.api.rows.size).toBe(1);

	expect(await phone.push(aDemoPush(phone.origin, 'routine'))).toEqual([201]);
	const opened = await context.newPage();
	await opened.goto(`${phone.origin}/es/`);
	await expect.poll(() => shownNotices(opened)).toEqual([ROUTINE]);
});

test('a rotated key passes unnoticed at the next start', async ({ page, phone }) => {
	await subscribed(page, phone);
	phone.rotate();
	await page.goto(`${phone.origin}/es/`);
	await expect.poll(() => [...phone.api.rows.values()][0]?.vapidKeyId).toBe(phone.api.key.keyId);
	expect(phone.api.rows.size).toBe(1);
	expect(await phone.push(aDemoPush(phone.origin, 'routine'))).toEqual([201]);
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
});

test('notices turned off offline are unsubscribed at the next connection', async ({
	page,
	phone
}) => {
	await subscribed(page, phone);
	phone.api.mood = 'offline';
	await theSwitch(page).click();
	await expect(theSwitch(page)).toHaveAttribute('aria-checked', 'false');
	expect(phone.api.rows.size).toBe(1);
	phone.api.mood = 'well';
	await page.goto(`${phone.origin}/es/`);
	await expect.poll(() => phone.api.rows.size).toBe(0);
});

test('"Delete everything" unsubscribes at the server, and offline says what is still to do', async ({
	page,
	phone
}) => {
	await subscribed(page, phone);
	await page.goto(`${phone.origin}/en/about/`);
	phone.api.mood = 'offline';
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await expect(page.getByRole('main')).toContainText('one thing waits');
	expect(phone.api.rows.size).toBe(1);
	phone.api.mood = 'well';
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect.poll(() => phone.api.rows.size).toBe(0);
});

test('what the server was not yet told after "Delete everything" can be dropped', async ({
	page,
	phone
}) => {
	await subscribed(page, phone);
	await page.goto(`${phone.origin}/en/about/`);
	phone.api.mood = 'offline';
	await page.getByRole('button', { name: 'Delete everything' }).click();
	await page.getByRole('button', { name: 'Really delete everything' }).click();
	await page.getByRole('button', { name: 'Delete this, too' }).click();
	await expect(page.getByRole('main')).toContainText('The server deletes the address by itself');
	await expect(statusLine(page)).not.toContainText('Notices');
	const left = await page.evaluate(
		() =>
			new Promise((resolve) => {
				indexedDB.open('handrail').onsuccess = ({ target }) => {
					const { result } = target as IDBOpenDBRequest;
					const all = result.transaction('settings').objectStore('settings').getAllKeys();
					all.onsuccess = () => {
						resolve(all.result);
					};
				};
			})
	);
	expect(left).toEqual([]);
});
