import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ArticleChange } from '#lib/edition/compare-editions.ts';
import { aFakePhone } from '#tests/support/phone/a-fake-phone.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';
import { ConnectedApp } from './connected-app.ts';

beforeEach(() => {
	// jsdom paints nothing
	vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint));
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	return () => vi.unstubAllGlobals();
});

/** An app on a phone with one edition. Its page shows what `shown` says, by hash. */
async function anApp({ isDocument = true } = {}) {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const published = await publisher.publish();
	await installed(db, publisher, published);
	const phone = aFakePhone(db);
	const page = { shown: published.blobs.get('en guide/school-bus'), reread: vi.fn() };
	const reread = (): Promise<void> => Promise.resolve(page.reread()) as Promise<void>;
	const app = new ConnectedApp(
		{ isDocument, reread, shownBlob: () => page.shown },
		phone.openSession
	);
	return { app, db, phone, page };
}

const aChange = (slug: string, importance: ArticleChange['importance']): ArticleChange => ({
	...{ id: `guide/${slug}`, slug, kind: 'guide', title: slug, state: 'changed', importance }
});

test('what was chosen is there before a page is', async () => {
	const { app, db } = await anApp();
	await writeSetting(db, 'look', 'dark');
	await writeSetting(db, 'textSize', 130);
	await writeSetting(db, 'role', 'family');
	await app.restore();
	expect([app.state.look, app.state.textSize, app.state.first.audience]).toEqual([
		'dark',
		130,
		'family'
	]);
});

/** The head of every document, as far as an installed app is made of it. */
const HEAD =
	'<link rel="icon" href="/icons/icon.svg"><link rel="apple-touch-icon" href="/icons/apple-touch.png">' +
	'<link rel="manifest" href="/manifest.webmanifest">';
const linked = () =>
	[...document.head.querySelectorAll('link')].map((it) => it.getAttribute('href'));
const OWN = ['/icons/icon.svg', '/icons/apple-touch.png', '/manifest.webmanifest'];
const SHEET = ['/icons/sheet-192.png', '/icons/sheet-512.png', '/manifest-sheet.webmanifest'];
const iosName = () =>
	document.querySelector<HTMLMetaElement>('[name=apple-mobile-web-app-title]')?.content;

test('a neutral icon is what the document is installed by, until its own is chosen again', async () => {
	document.head.innerHTML = HEAD;
	const { app, db } = await anApp();
	app.state.phone.setHomeIcon('sheet');
	expect([app.state.homeIcon, linked(), iosName()]).toEqual(['sheet', SHEET, 'Notes']);
	await vi.waitFor(async () => expect(await readSettings(db)).toHaveProperty('homeIcon', 'sheet'));

	document.head.innerHTML = HEAD;
	const later = await anApp();
	await writeSetting(later.db, 'homeIcon', 'sheet');
	await later.app.restore();
	expect([linked(), iosName()]).toEqual([SHEET, 'Notes']);
	later.app.state.phone.setHomeIcon('own');
	expect([later.app.state.homeIcon, linked(), iosName()]).toEqual(['own', OWN, undefined]);
	await vi.waitFor(async () => expect(await readSettings(later.db)).not.toHaveProperty('homeIcon'));
});

test('an installed app that starts empty learns from its address which icon it has', async () => {
	document.head.innerHTML = HEAD;
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	history.replaceState(null, '', '/?icon=book');
	const { app, db } = await anApp();
	await app.restore();
	history.replaceState(null, '', '/');
	expect(app.state.homeIcon).toBe('book');
	await vi.waitFor(async () => expect(await readSettings(db)).toHaveProperty('homeIcon', 'book'));
});

test('a link that names an icon chooses none for who opens it in a browser', async () => {
	history.replaceState(null, '', '/?icon=book');
	const { app, db } = await anApp();
	await app.restore();
	history.replaceState(null, '', '/');
	expect(app.state.homeIcon).toBe('own');
	expect(await readSettings(db)).not.toHaveProperty('homeIcon');
});

test('a choice holds at once, and is kept', async () => {
	const { app, db } = await anApp();
	app.state.phone.setLook('light');
	expect(app.state.look).toBe('light');
	await vi.waitFor(async () => expect(await readSettings(db)).toMatchObject({ look: 'light' }));
});

test('a document lets the phone work at once, a shell when its page is on screen', async () => {
	const document = await anApp();
	void document.app.start('en');
	expect(document.phone.asked).toEqual(['start en']);
	const shell = await anApp({ isDocument: false });
	void shell.app.start('en');
	await new Promise((resolve) => setTimeout(resolve));
	expect(shell.phone.asked).toEqual([]);
	shell.app.state.phone.shown();
	await vi.waitFor(() => expect(shell.phone.asked[0]).toBe('start en'));
});

test('pages see what the phone tells, and minor edits mark nothing', async () => {
	const { app, phone } = await anApp();
	phone.tell({
		changes: [aChange('school-bus', 'major'), aChange('home-door', 'minor')],
		critical: ['2026-11-24-first'],
		outcome: { status: 'storage', code: 'storage-full' }
	});
	expect([...app.state.changedIds]).toEqual(['guide/school-bus']);
	expect([...app.state.criticalSlugs]).toEqual(['2026-11-24-first']);
	expect(app.state.line).toEqual({ kind: 'storage-full' });
});

test('the time that a document of the phone told stays until it is read again', async () => {
	const { app, phone } = await anApp();
	app.state.now = new Date('2026-11-30T14:00:00Z');
	phone.tell({});
	expect(app.state.now).toEqual(new Date('2026-11-30T14:00:00Z'));
	phone.tell({ now: new Date('2026-11-30T14:00:09Z') });
	expect(app.state.now).toEqual(new Date('2026-11-30T14:00:09Z'));
});

test('a page that shows the newest text is left alone when another edition comes', async () => {
	const { app, phone, page } = await anApp();
	phone.tell({});
	await phone.switchTo({ isNew: false });
	expect(app.state.line?.kind).not.toBe('guidance-changed');
	expect(page.reread).not.toHaveBeenCalled();
});

test('a page in use does not jump: what changed is offered, and shown on a tap', async () => {
	const { app, phone, page } = await anApp();
	phone.tell({});
	page.shown = 'an older text';
	await phone.switchTo({ isNew: false });
	expect(app.state.line).toEqual({ kind: 'guidance-changed' });
	expect(page.reread).not.toHaveBeenCalled();
	app.state.phone.showChanged();
	expect(page.reread).toHaveBeenCalledTimes(1);
	expect(app.state.line?.kind).not.toBe('guidance-changed');
});

test('what is new to this phone appears by itself, once a page is there', async () => {
	const { app, phone, page } = await anApp();
	phone.tell({});
	await phone.switchTo({ isNew: true });
	expect(page.reread).not.toHaveBeenCalled();
	app.state.phone.shown();
	await vi.waitFor(() => expect(page.reread).toHaveBeenCalledTimes(1));
});

test('a page that is just being read again is not called changed', async () => {
	const { app, phone, page } = await anApp();
	phone.tell({});
	page.shown = 'an older text';
	app.state.isHydrated = true;
	await phone.switchTo({ isNew: true });
	// the same switch, as the other tabs hear of it, before the page has what is new
	await phone.switchTo({ isNew: false });
	app.state.phone.shown();
	await vi.waitFor(() => expect(page.reread).toHaveBeenCalledTimes(1));
	await vi.waitFor(() => expect(app.state.line?.kind).not.toBe('guidance-changed'));
});

test('the changes that the reader has seen are not those that are acknowledged', async () => {
	const { app, phone } = await anApp();
	app.state.phone.seeChanges();
	app.state.phone.acknowledgeChanges();
	expect(phone.asked).toEqual([
		'noteChanges seenVersion',
		'noteChanges seenVersion acknowledgedVersion'
	]);
});

test('a search that finds a text damaged says that it knows nothing, and has it mended', async () => {
	const { app, db, phone } = await anApp();
	await db.clear('blobs');
	expect(await app.state.phone.search('en', 'bus')).toBeUndefined();
	expect(phone.asked).toEqual(['mend']);
});

test('after everything is deleted nothing is known, and no choice is kept', async () => {
	const { app, db, phone } = await anApp();
	phone.tell({ changes: [aChange('school-bus', 'major')] });
	app.state.phone.setHomeIcon('sheet');
	phone.sayErased(false);
	expect(app.state.homeIcon).toBe('own');
	expect([app.state.changedCount, app.state.arrival, app.state.line]).toEqual([
		0,
		'erased',
		undefined
	]);
	phone.sayErased(true);
	expect(app.state.line).toEqual({ kind: 'erased' });
	app.state.phone.setLook('dark');
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect((await readSettings(db)).look).toBeUndefined();
});
