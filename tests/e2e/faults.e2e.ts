import { BrowserPhone, titled } from '#tests/support/phone/browser-phone.ts';
import { captivePortal, cutAfter, offline } from '#tests/support/server/edition-host.ts';
import { inspectPhone } from '#tests/support/publisher/whole-edition.ts';
import { expect, test } from './watched-test.ts';

/*
 * A bad network, a wrong clock and other tabs against one phone. After each fault the phone holds one
 * whole edition and shows it, and the next sync completes. `tests/fault` has more, without a browser.
 */
let phone: BrowserPhone;
let count = 0;
let survived = 0;
const honest = async () => phone.takes({ title: `Honest ${(count += 1)}` });

test.beforeAll(async ({ browser }) => {
	phone = await BrowserPhone.open(browser);
	await honest();
});
test.beforeEach(({ pageErrors }) => {
	// Firefox asks for a favicon where a text file is opened, and the policy refuses it
	pageErrors.provokes(/img-src.*favicon\.ico/);
	// the host withholds or breaks files of the edition, as each test wants
	pageErrors.fileIsGone(/\/published\//);
});
test.afterAll(async () => {
	console.log(`faults: ${survived} survived in a browser`);
	await phone.close();
});

/** After a sync that got nothing, or half of it, the phone still has its old edition, whole. */
async function survives(): Promise<void> {
	await phone.visit();
	await phone.stillReads();
	expect((await phone.page.evaluate(inspectPhone)).problems).toEqual([]);
	survived += 1;
}

const answers: [fault: string, answer: (path: string) => Response][] = [
	['a login page', captivePortal],
	[
		'a wrong encoding',
		() =>
			new Response('{"not":"gzip"}', {
				headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }
			})
	],
	['a stale "not modified"', () => new Response(null, { status: 304 })],
	['an empty answer', () => new Response('', { headers: { 'content-type': 'application/json' } })],
	['a server that breaks off', (path) => cutAfter(fileAt(path), fileAt(path).length / 2)],
	['no connection', offline]
];
const fileAt = (path: string) => phone.publisher.files.get(path) ?? new Uint8Array(100);

for (const [fault, answer] of answers) {
	test(`${fault} in the place of any file`, async () => {
		for (const kind of ['trust/', 'head', 'edition', 'listing/', 'blob/']) {
			// a text of its own: of the one before, a sync without one file has kept the others
			const { path } = await phone.publisher.publish(titled(`Without ${kind}: ${fault}`));
			const start = kind === 'edition' ? path : kind;
			if (kind === 'trust/') await phone.dayPasses();
			phone.site.host.answers((it) => (it.startsWith(start) ? answer(it) : undefined));
			await survives();
		}
		await honest();
	});
}

test('a clock that is wrong, either way', async () => {
	const { page } = phone;
	const day = 24 * 60 * 60 * 1000;
	for (const [days, words] of [
		[-400, /date on this phone/],
		[400, /Not confirmed since/]
	] as const) {
		await page.clock.setFixedTime(Date.now() + days * day);
		await survives();
		await expect(phone.line).toContainText(words);
	}
	await page.clock.setFixedTime(Date.now());
	await honest();
});

test('two tabs that sync at once', async () => {
	const context = phone.page.context();
	const { ref } = await phone.publisher.publish(titled('For both'));
	const others = await Promise.all([context.newPage(), context.newPage()]);
	const url = `${phone.site.origin}/en/guides/school-bus/`;
	await Promise.all([...others, phone.page].map((page) => page.goto(url)));
	await expect.poll(async () => (await phone.trust())?.installed?.sha256).toBe(ref.sha256);
	expect((await phone.page.evaluate(inspectPhone)).problems).toEqual([]);
	await Promise.all(others.map((page) => page.close()));
	await honest();
});

test('a tab that finds another one syncing looks again, and says what it finds', async () => {
	const { page, site, publisher } = phone;
	const holder = await page.context().newPage();
	await holder.goto(`${site.origin}/robots.txt`);
	await holder.evaluate(
		() =>
			new Promise<void>((held) => {
				void navigator.locks.request('handrail-sync', () => {
					held();
					return new Promise(() => undefined);
				});
			})
	);
	const { path } = await publisher.publish(titled('Refused'));
	phone.serve({ [path]: new Uint8Array(100) });
	site.host.forgetRequests();
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await phone.stillReads();
	await holder.close();
	await expect(phone.line).toContainText('failed our checks');
	await honest();
});

test('an old tab that does not let go of the database', async ({ browser }) => {
	const context = await browser.newContext();
	const [old, page] = [await context.newPage(), await context.newPage()];
	await old.goto(`${phone.site.origin}/robots.txt`);
	await old.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('handrail', 1);
				opening.onupgradeneeded = () => {
					const { result } = opening;
					for (const name of ['blobs', 'listings', 'search', 'trust'])
						result.createObjectStore(name);
					result.createObjectStore('editions', { keyPath: 'version' });
				};
				opening.onsuccess = () => {
					// a reference, or the garbage collector would close the connection
					Object.assign(window, { held: opening.result });
					resolve();
				};
			})
	);
	await page.goto(`${phone.site.origin}/en/guides/school-bus/`);
	// the page stays readable, and says that nothing can be saved
	await expect(page.locator('#status-line')).toContainText(/does not let us save|full/, {
		timeout: 40_000
	});
	await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
	await old.close();
	const fresh = new BrowserPhone(page, phone.site, phone.publisher);
	await fresh.takes({ title: 'After all' });
	expect((await page.evaluate(inspectPhone)).problems).toEqual([]);
	survived += 1;
	await context.close();
});
