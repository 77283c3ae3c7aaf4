import { beforeEach, expect, test, vi } from 'vitest';
import { catalogues } from '#lib/messages/all-catalogues.ts';
import { openHandrailDatabase } from '#lib/storage/database/database.ts';
import { writeSetting } from '#lib/storage/stores/settings-store.ts';

/** What the build would list: one catalogue, of Spanish. */
vi.mock('./catalogues.ts', () => ({ catalogues: new Map([['es', '/es.json']]) }));

/** The worker's world as far as notices reach. */
const shown = vi.fn((title: string, options: NotificationOptions) =>
	Promise.resolve([title, options])
);
let windows: {
	url: string;
	focus: () => Promise<void>;
	navigate: (to: string) => Promise<unknown>;
}[];
const opened: string[] = [];
/** Catalogues in the cache, by path: their bytes. */
let kept: Record<string, string> | 'hangs';
/** Until all that waits for a time has given up. */
const hang = (): Promise<never> => {
	setImmediate(() => vi.runAllTimers());
	return new Promise(() => undefined);
};
vi.stubGlobal('self', {
	registration: { showNotification: shown },
	clients: {
		matchAll: () => Promise.resolve(windows),
		openWindow: (to: string) => Promise.resolve(opened.push(to))
	}
});
vi.stubGlobal('caches', {
	match: (path: string) => {
		if (kept === 'hangs') return hang();
		return Promise.resolve(path in kept ? new Response(kept[path]) : undefined);
	}
});
const SPANISH = JSON.stringify(catalogues['./generated/es.json']);
const { openChanges, showNotice } = await import('./show-notice.ts');

beforeEach(async () => {
	shown.mockClear();
	windows = [];
	opened.length = 0;
	kept = { '/es.json': SPANISH };
	const db = await openHandrailDatabase();
	await writeSetting(db, 'lang', 'es');
	db.close();
});

const OURS = { body: 'Hay algo nuevo para leer.', lang: 'es', tag: 'routine', silent: false };
const dataOf = (text: () => string) => ({ text }) as PushMessageData;
/** What Safari hands over when it was about to show a declarative message by itself. */
const declared = {
	data: null,
	notification: { title: 'Your case', body: 'Call 555 0100', tag: 'critical' }
};

test.each([
	['with a body', { data: dataOf(() => '{"web_push":8030}') }],
	['without data', { data: null }],
	[
		'with bytes that are no text',
		{
			data: dataOf(() => {
				throw new TypeError('not UTF-8');
			})
		}
	],
	['that the browser was about to show by itself', declared]
])('a push %s is one notice in our own words', async (_, event) => {
	await showNotice(event);
	expect(shown).toHaveBeenCalledTimes(1);
	expect(shown).toHaveBeenCalledWith('Handrail', expect.objectContaining(OURS));
});

test('a notice has the neutral name and icon that its reader chose, and names no topic', async () => {
	const db = await openHandrailDatabase();
	await writeSetting(db, 'homeIcon', 'book');
	await showNotice({ data: null });
	await writeSetting(db, 'homeIcon', undefined);
	db.close();
	const [title, options] = shown.mock.lastCall ?? [];
	expect([title, options?.icon]).toEqual(['Guide', '/icons/book-192.png']);
	expect(options).toMatchObject(OURS);
});

test.each([
	['was never fetched, or was evicted', {}],
	['is cut short', { '/es.json': SPANISH.slice(0, 400) }],
	['is JSON of another kind', { '/es.json': '{}' }]
])('a notice is in English where its language %s', async (_, inCache) => {
	kept = inCache;
	await showNotice({ data: null });
	const body = 'There is something new to read.';
	expect(shown).toHaveBeenCalledWith('Handrail', expect.objectContaining({ body, lang: 'en' }));
});

test('a notice is in English where the cache does not answer', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	kept = 'hangs';
	await showNotice({ data: null }).finally(() => vi.useRealTimers());
	expect(shown).toHaveBeenCalledWith('Handrail', expect.objectContaining({ lang: 'en' }));
});

/** An open window. `led` are the addresses that it was led to; one that is not ours refuses. */
function aWindow(path: string, { refuses = false } = {}) {
	const led: string[] = [];
	const focus = vi.fn(() => Promise.resolve());
	windows.push({
		url: `https://handrail.example${path}`,
		focus,
		navigate: (to) => (refuses ? Promise.reject(new TypeError()) : Promise.resolve(led.push(to)))
	});
	return { led, focus };
}

test('a tap with the app closed opens the list of changes', async () => {
	await openChanges();
	expect(opened).toEqual(['/changes/']);
});

test('a tap shows the window that has the list open, and touches no other', async () => {
	const [guide, changes] = [aWindow('/es/guides/school-bus/'), aWindow('/es/changes/')];
	await openChanges();
	expect(changes.focus).toHaveBeenCalledTimes(1);
	expect([guide.led, changes.led, opened]).toEqual([[], [], []]);
});

test('a tap leads one of two windows there', async () => {
	const [front, back] = [aWindow('/es/'), aWindow('/es/help/')];
	await openChanges();
	expect([front.led, back.led, opened]).toEqual([['/changes/'], [], []]);
});

test('a tap leaves a window alone where something may have been typed', async () => {
	const search = aWindow('/es/search/');
	await openChanges();
	expect([search.led, opened]).toEqual([[], ['/changes/']]);
	const home = aWindow('/es/');
	await openChanges();
	expect([search.led, home.led, opened]).toEqual([[], ['/changes/'], ['/changes/']]);
});

test('a tap opens a window where the only one does not obey', async () => {
	aWindow('/es/', { refuses: true });
	await openChanges();
	expect(opened).toEqual(['/changes/']);
});
