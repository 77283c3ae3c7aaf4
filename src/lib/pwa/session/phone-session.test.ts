import { expect, test, vi } from 'vitest';
import type { PhoneFacts } from '#lib/phone/facts.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { readSettings } from '#lib/storage/stores/settings-store.ts';
import { announceFull } from '../sync/edition-channel.ts';
import type { WorkerSync } from '../sync/worker-sync.ts';
import { notePublisher } from './read-phone.ts';
import { PhoneSession } from './phone-session.ts';

/** One page's session in front of a publisher's host, with what it told the page. */
async function aSession({ isDocument = true, worker = undefined as WorkerSync | undefined } = {}) {
	const publisher = await aPublisher();
	await publisher.publish();
	const phone = aSyncingPhone(publisher);
	let facts: PhoneFacts | undefined;
	const syncs: string[] = [];
	const erased: boolean[] = [];
	const begun = [worker];
	const switches: boolean[] = [];
	let look = (): void => undefined;
	const session = new PhoneSession(
		{
			isDocument: () => isDocument,
			onFacts: (it) => (facts = it),
			onSwitched: ({ isNew }) => void switches.push(isNew),
			onErased: ({ isOver }) => erased.push(isOver)
		},
		{
			open: phone.open,
			sync({ languages, ...options }) {
				syncs.push(languages.join(' '));
				return phone.sync(languages, options);
			},
			openingSync: () => Promise.resolve(begun.pop()),
			onLook: (callback) => (look = callback)
		}
	);
	return {
		phone,
		publisher,
		session,
		syncs,
		switches,
		erased,
		look: () => {
			look();
		},
		facts: () => facts
	};
}

const outcomeOf = (facts: PhoneFacts | undefined): string | undefined => facts?.outcome?.status;

test('a start brings the language, and lets go of the page that waited for it', async () => {
	const { session, facts } = await aSession();
	const cards = session.library.cards('en');
	session.start('en');
	expect(await cards).toHaveProperty('found');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('switched'));
	expect(facts()?.readiness).toMatchObject({ areTextsReady: true, ready: false });
});

test('a shell waits for nothing: it says what is not here', async () => {
	const { session } = await aSession({ isDocument: false });
	expect(await session.library.cards('en')).toEqual({ absent: 'not-on-this-phone' });
});

test('two that ask at once share one sync', async () => {
	const { session, syncs, facts } = await aSession();
	session.start('en');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('switched'));
	await session.syncNow();
	syncs.length = 0;
	await Promise.all([session.syncNow(), session.syncNow()]);
	expect(syncs).toEqual(['en']);
});

test('the language of the page is kept as the reader’s, and fetched where it is not here', async () => {
	const { session, phone, syncs } = await aSession();
	await session.useLanguage('en');
	expect(await readSettings(await phone.open())).toMatchObject({ lang: 'en' });
	await vi.waitFor(() => expect(syncs).toContain('en'));
	await session.syncNow();
});

test('what the worker has synced for this page is told, and not asked for again', async () => {
	const outcome = { status: 'already-current' } as const;
	const worker = { outcome, languages: ['en'], clockSkewMs: undefined } as const;
	const { session, phone, syncs, facts } = await aSession({ worker });
	await phone.sync(['en']);
	session.start('en');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('already-current'));
	await vi.waitFor(() => expect(facts()?.readiness?.areTextsReady).toBe(true));
	expect(syncs).toEqual([]);
	await session.syncNow();
	await session.syncNow();
	expect(syncs).toContain('en');
});

test('a page that could not be read is read again when the worker has mended it', async () => {
	const outcome = { status: 'switched', version: 1, languages: ['en'] } as const;
	const mended = { ...outcome, languages: ['en' as const] };
	const worker = { outcome: mended, languages: ['en'], clockSkewMs: undefined } as const;
	const { session, phone, switches } = await aSession({ worker, isDocument: false });
	await phone.sync(['en']);
	session.mend();
	session.start('en');
	await vi.waitFor(() => expect(switches).toContain(true));
});

test('a page asks by itself where the worker has not brought its language whole', async () => {
	const outcome = { status: 'already-current' } as const;
	const worker = { outcome, languages: ['en'], clockSkewMs: undefined } as const;
	const { session, syncs, facts } = await aSession({ worker });
	session.start('en');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('switched'));
	expect(syncs[0]).toBe('en');
});

test('another publisher is told of until the reader has seen who it is', async () => {
	const { session, phone, publisher, facts } = await aSession();
	session.start('en');
	await session.syncNow();
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('switched'));
	expect(facts()?.newPublisher).toBeUndefined();

	const other = { name: 'Another', address: 'https://a.example', licence: 'CC0', isDemo: false };
	await publisher.publish({ edition: { publisher: other } });
	await session.checkNow();
	const told = { before: 'A test', now: 'Another' };
	await vi.waitFor(() => expect(facts()?.newPublisher).toEqual(told));
	await session.refresh();
	expect(facts()?.newPublisher).toEqual(told);

	await notePublisher(await phone.open());
	await session.refresh();
	expect(facts()?.newPublisher).toBeUndefined();
});

test('a phone that is full says what is on it, though it takes no note', async () => {
	const { session, phone, facts } = await aSession();
	await phone.sync(['en']);
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	session.start('en');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('storage'));
	expect(facts()).toMatchObject({
		outcome: { code: 'storage-full' },
		readiness: { areTextsReady: true }
	});
	await session.syncNow();
	vi.restoreAllMocks();
});

test('a worker that has no room is heard of, until the reader asks again', async () => {
	const { session, facts } = await aSession();
	session.start('en');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('switched'));
	announceFull();
	await vi.waitFor(() => expect(facts()?.isFull).toBe(true));
	await session.refresh();
	expect(facts()?.isFull).toBe(true);
	await session.checkNow();
	await vi.waitFor(() => expect(facts()?.isFull).toBe(false));
});

test('after everything was deleted nothing is asked for, and nothing is kept', async () => {
	vi.stubGlobal('caches', { keys: () => Promise.resolve([]) });
	const { session, phone, syncs, erased, look } = await aSession();
	session.start('en');
	await session.syncNow();
	expect(await session.erase()).toBe('deleted');
	// a tab hears its own announcement, too
	expect(erased.slice(0, 1)).toEqual([false]);
	await vi.waitFor(() => expect(erased.at(-1)).toBe(true));
	syncs.length = 0;
	look();
	await session.checkNow();
	await session.useLanguage('en');
	expect(syncs).toEqual([]);
	expect(await readSettings(await phone.open())).toEqual({});
	vi.unstubAllGlobals();
});
