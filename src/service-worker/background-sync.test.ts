import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openHandrailDatabase } from '#lib/storage/database/database.ts';
import { installed } from '#tests/support/phone/stored-edition.ts';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';

vi.stubGlobal('self', {});
const { endSync, syncForPage, takeOpeningSync } = await import('./background-sync.ts');

const asked = vi.fn(() => Promise.reject(new TypeError('no network')));
/** The worker syncs what is here. */
beforeAll(async () => {
	const publisher = await aPublisher();
	const db = await openHandrailDatabase();
	const languages = { en: { articles: [aGuide()] } };
	await installed(db, publisher, await publisher.publish({ languages }));
	db.close();
});
beforeEach(() => {
	asked.mockClear();
	vi.stubGlobal('fetch', asked);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

/** A page that is on its way, until `send` is called. */
function aPage() {
	let send = (): void => undefined;
	const whenSent = new Promise<void>((resolve) => (send = resolve));
	return { opened: syncForPage('http://localhost/en/', whenSent), send: () => send() };
}

test('a page that asks before it is sent hears how its sync ended, which then has run once', async () => {
	const page = aPage();
	const told = takeOpeningSync();
	await new Promise((resolve) => setTimeout(resolve));
	expect(asked).not.toHaveBeenCalled();
	page.send();
	expect(await told).toMatchObject({ outcome: { status: 'offline' }, languages: ['en'] });
	await page.opened;
	expect(await takeOpeningSync()).toBeUndefined();
	expect(asked.mock.calls.length).toBeGreaterThan(0);
});

test('what is deleted while the page is on its way ends its sync before it asks anything', async () => {
	const page = aPage();
	const ended = endSync();
	page.send();
	await Promise.all([ended, page.opened]);
	expect(asked).not.toHaveBeenCalled();
});
