import type { BrowserContext, Page } from '@playwright/test';
import hostile from '#tests/fixtures/xss/text.json' with { type: 'json' };
import { aDemoPush } from '#tests/support/push/demo-notice.ts';
import { aPushSite } from '#tests/support/push/push-site.ts';
import { dismissNotices, shownNotices } from '#tests/support/phone/shown-notices.ts';
import { storedSetting } from '#tests/support/phone/stored-setting.ts';
import { workerEvents, type WorkerEvents } from '#tests/support/phone/worker-events.ts';
import type { Edit } from '#tests/support/publisher/content-folder.ts';
import type { Site } from '#tests/support/phone/site.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'by the DevTools protocol');

const ROUTINE = {
	title: 'Handrail',
	body: 'Hay algo nuevo para leer.',
	lang: 'es',
	tag: 'routine'
};

/** Runs in the worker: counts in `shown` how often it shows a notice from now on. */
const COUNT_SHOWN = `(() => {
	globalThis.shown = 0;
	const show = registration.showNotification.bind(registration);
	registration.showNotification = (...args) => ((shown += 1), show(...args));
})()`;

const A_SECOND_EDITION: Edit = [
	'guides/school-bus/en.md',
	(text) => text.replace('Keep the doors', 'Hold the doors')
];

/** A forged message with these words in every field that holds text. None of them may be shown. */
const withWords = (it: string): string =>
	JSON.stringify({ web_push: 8030, notification: { title: it, body: it, navigate: it, lang: it } });

/** A phone that reads Spanish, has everything, and may show notices. */
async function aPhone(page: Page, context: BrowserContext, site: Site): Promise<WorkerEvents> {
	await context.grantPermissions(['notifications'], { origin: site.origin });
	await readyFor(page, `${site.origin}/es/`);
	return workerEvents(context, page, site.origin);
}

test('whatever a push brings, it is one visible notice in our own words', async ({
	page,
	context,
	site
}) => {
	site.publish(A_SECOND_EDITION);
	const { push } = await aPhone(page, context, site);
	const forged = JSON.stringify({
		web_push: 8030,
		mutable: true,
		notification: { title: 'Your case', body: 'Call 555 0100', navigate: 'https://evil.example/' },
		edition: 1_000_000,
		severity: 'critical',
		proof: 'A'.repeat(86)
	});
	const cases = {
		'without data': '',
		'no JSON': 'Call 555 0100',
		'no object': '[8030]',
		'an unknown version': '{"web_push":8031,"edition":"57a","severity":"loud"}',
		forged,
		'an older edition': aDemoPush(site.origin, 'critical', 1),
		...Object.fromEntries(hostile.map((it) => [`with ${it}`, withWords(it)])),
		routine: aDemoPush(site.origin, 'routine')
	};
	const [worker] = context.serviceWorkers();
	await worker?.evaluate(COUNT_SHOWN);
	for (const [index, [name, data]] of Object.entries(cases).entries()) {
		await push(data);
		// short intervals: with more than twenty messages, the default ones would be most of the test's time
		const look = { message: name, intervals: [20, 50, 100] };
		await expect.poll(() => worker?.evaluate('shown'), look).toBe(index + 1);
		await expect.poll(() => shownNotices(page), look).toEqual([ROUTINE]);
	}
	await dismissNotices(page);
	await push(aDemoPush(site.origin, 'critical'));
	const critical = { ...ROUTINE, body: 'Algo importante ha cambiado.', tag: 'critical' };
	await expect.poll(() => shownNotices(page)).toEqual([critical]);
});

test('repeated pushes are shown as one notice', async ({ page, context, site }) => {
	const { push } = await aPhone(page, context, site);
	for (let round = 0; round < 3; round += 1) await push(aDemoPush(site.origin, 'routine'));
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
});

test('a push fetches the new edition, and a tap leads the open window to it', async ({
	page,
	context,
	site
}) => {
	const { push, click } = await aPhone(page, context, site);
	site.publish(A_SECOND_EDITION);
	const fetched = context.waitForEvent('request', (request) => {
		return request.serviceWorker() !== null && request.url().endsWith('head.json');
	});
	await push(aDemoPush(site.origin, 'routine'));
	await fetched;
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
	await click();
	await expect(page).toHaveURL(`${site.origin}/es/changes/`);
	expect(context.pages()).toHaveLength(1);
	expect(await shownNotices(page)).toEqual([]);
});

test('with two windows a tap leads one, and the next tap leads none', async ({
	page,
	context,
	site
}) => {
	const { push, click } = await aPhone(page, context, site);
	const other = await context.newPage();
	await other.goto(`${site.origin}/es/help/`);
	const onChanges = () => context.pages().filter((it) => it.url().endsWith('/es/changes/')).length;
	for (let tap = 0; tap < 2; tap += 1) {
		await push(aDemoPush(site.origin, 'routine'));
		await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
		await click();
		await expect.poll(onChanges).toBe(1);
	}
	expect(context.pages()).toHaveLength(2);
});

test('a tap leaves a search alone', async ({ page, context, site }) => {
	const { push, click } = await aPhone(page, context, site);
	await page.goto(`${site.origin}/es/search/`);
	await page.getByRole('searchbox').fill('puerta');
	await push(aDemoPush(site.origin, 'routine'));
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
	await click();
	await expect.poll(() => shownNotices(page)).toEqual([]);
	await expect(page.getByRole('searchbox')).toHaveValue('puerta');
});

test('a background check shows no notice, with or without a connection', async ({
	page,
	context,
	site
}) => {
	const { periodicSync, push } = await aPhone(page, context, site);
	const [worker] = context.serviceWorkers();
	await worker?.evaluate(COUNT_SHOWN);
	let asked = 0;
	context.on('request', (request) => {
		if (request.serviceWorker() && request.url().endsWith('head.json')) asked += 1;
	});
	// repeated: the worker turns the event away while the page still fetches English
	await expect
		.poll(async () => {
			await periodicSync();
			return asked;
		})
		.toBeGreaterThan(0);
	await site.kill();
	await periodicSync();
	// a push shows a notice, so a count of one proves that the checks before it showed none
	await push('');
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
	expect(await worker?.evaluate('shown')).toBe(1);
});

test('a push wakes the worker with no page and no network, and is one notice', async ({
	page,
	context,
	site
}) => {
	const { push } = await aPhone(page, context, site);
	await site.kill();
	await page.goto('about:blank');
	const devtools = await context.newCDPSession(page);
	await devtools.send('ServiceWorker.enable');
	await devtools.send('ServiceWorker.stopAllWorkers');
	await push(aDemoPush(site.origin, 'routine'));
	// what is shown can be asked by a page alone, which comes from the phone as well
	await page.goto(`${site.origin}/es/help/`);
	await expect.poll(() => shownNotices(page)).toEqual([ROUTINE]);
});

test('a permission that the browser revoked is reported in the status line, with the way back', async ({
	page,
	context,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	// as if this phone had subscribed before
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				indexedDB.open('handrail').onsuccess = ({ target }) => {
					const { result } = target as IDBOpenDBRequest;
					const tx = result.transaction('settings', 'readwrite');
					tx.objectStore('settings').put({ token: 'a token', vapidKeyId: 'an id' }, 'push');
					tx.oncomplete = () => {
						result.close();
						resolve();
					};
				};
			})
	);
	await context.clearPermissions();
	const { push } = await workerEvents(context, page, site.origin);
	await push(aDemoPush(site.origin, 'routine'));
	await page.reload();
	await expect(statusLine(page)).toContainText('Notices stopped');
	expect(await shownNotices(page)).toEqual([]);
	await statusLine(page).getByRole('button', { name: 'Turn on again' }).click();
	await expect(page).toHaveURL(`${site.origin}/en/notices/`);
});

test('quiet hours are kept on the phone, and make a notice silent', async ({
	page,
	context,
	site
}) => {
	const { push } = await aPhone(page, context, site);
	await page.goto(`${site.origin}/es/notices/`);
	await page.getByRole('checkbox', { name: 'no suenan' }).check();
	const from = new Date().getHours();
	const until = (from + 2) % 24;
	await page.getByRole('combobox').first().selectOption(String(from));
	await page.getByRole('combobox').last().selectOption(String(until));
	await expect.poll(() => storedSetting(page, 'quietHours')).toEqual({ from, until });
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'no suenan' })).toBeChecked();
	await push('');
	const silent = () =>
		page.evaluate(async () => {
			const notices = await (await navigator.serviceWorker.ready).getNotifications();
			return notices.map((it) => it.silent);
		});
	await expect.poll(silent).toEqual([true]);
});

test('where the host sends no notices, the page says so, and has no switch', async ({
	page,
	context,
	pageErrors,
	site
}) => {
	pageErrors.fileIsGone(/\/api\/push\/key$/);
	// as on a host of static files, which has no API
	await page.route('**/api/push/key', (route) => route.fulfill({ status: 404 }));
	await context.grantPermissions([], { origin: site.origin });
	await page.addInitScript(() => {
		Object.defineProperty(Notification, 'permission', { get: () => 'default' });
	});
	await readyFor(page, `${site.origin}/en/notices/`);
	await expect(page.getByRole('main')).toContainText('does not send notices');
	await expect(page.getByRole('switch')).toHaveCount(0);
});

test('where notices are blocked, the page says how to undo it', async ({ page, site }) => {
	await page.addInitScript(() => {
		Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
	});
	await readyFor(page, `${site.origin}/en/notices/`);
	await expect(page.getByRole('main')).toContainText('This phone blocks notices');
	await expect(page.getByRole('switch')).toHaveCount(0);
});

test('an iPhone in a tab is told of the home screen; a browser without push, of the list', async ({
	page,
	context,
	site
}) => {
	const withoutPush = () => {
		Reflect.deleteProperty(globalThis, 'PushManager');
	};
	await page.addInitScript(withoutPush);
	await readyFor(page, `${site.origin}/en/notices/`);
	await expect(page.getByRole('main')).toContainText('This browser has no notices.');

	const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) Safari/604.1';
	const browser = context.browser();
	const iphone = await browser?.newPage({ userAgent });
	await iphone?.addInitScript(withoutPush);
	await iphone?.goto(`${site.origin}/en/notices/`);
	if (iphone) await expect(iphone.getByRole('main')).toContainText('notices need the home screen');
	await iphone?.close();
});

test('a push service that cannot be reached leaves the switch off, and says so', async ({
	page,
	pageErrors,
	context
}) => {
	pageErrors.provokes(/does not support the Push API in incognito mode/);
	pageErrors.fileIsGone(/\/api\/push\/subscriptions$/);
	const phone = await aPushSite();
	await context.grantPermissions(['notifications'], { origin: phone.origin });
	await readyFor(page, `${phone.origin}/en/notices/`);
	await page.getByRole('switch').click();
	// without Google's push service, Chromium refuses at once or hangs until our deadline
	await expect(page.getByRole('main')).toContainText('does not answer', { timeout: 40_000 });
	await expect(page.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
	expect(phone.api.rows.size).toBe(0);
	await phone.close();
});
