import { expect, test, vi } from 'vitest';
import type { PhoneFacts } from '#lib/phone/facts.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';
import { announceFull } from '../sync/edition-channel.ts';
import type { WorkerSync } from '../sync/worker-sync.ts';
import { notePublisher } from './publisher-change.ts';
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

test('a page that is looked at again does not take the end of a cut sync for an answer', async () => {
	const { session, phone, look, facts } = await aSession();
	phone.host.answers(() => {
		look();
		throw new TypeError('the page is left');
	});
	session.start('en');
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('offline'));
	phone.host.recover();
	await vi.waitFor(() => expect(outcomeOf(facts())).toBe('switched'));
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
	expect(facts()?.publisherChange).toBeUndefined();

	const other = { name: 'Another', address: 'https://a.example', licence: 'CC0', isDemo: false };
	await publisher.publish({ edition: { publisher: other } });
	await session.checkNow();
	const told = { kind: 'new-publisher', before: 'A test', now: 'Another' } as const;
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(told));
	await session.refresh();
	expect(facts()?.publisherChange).toEqual(told);

	await notePublisher(await phone.open(), told);
	await session.refresh();
	expect(facts()?.publisherChange).toBeUndefined();
});

/** A session that has the publisher's first edition, which says what it is for. */
async function aTold() {
	const it = await aSession();
	const publisher = { name: 'A test', address: 'https://a.example', licence: 'CC0', isDemo: false };
	const publish = (purpose: Readonly<Record<string, string>> | undefined) =>
		it.publisher.publish({ edition: { publisher: { ...publisher, purpose } } });
	await publish({ en: 'For families.' });
	it.session.start('en');
	await it.session.syncNow();
	await vi.waitFor(() => expect(outcomeOf(it.facts())).toBe('switched'));
	await it.session.refresh();
	expect(it.facts()?.publisherChange).toBeUndefined();
	const see = async () => {
		const { kind = 'new-keys' } = it.facts()?.publisherChange ?? {};
		await notePublisher(await it.phone.open(), { kind });
		await it.session.refresh();
	};
	const seen = async () => {
		await see();
		expect(it.facts()?.publisherChange).toBeUndefined();
	};
	return { ...it, publish, see, seen };
}

test('another purpose is told of until the reader has seen it', async () => {
	const { session, publish, facts, seen } = await aTold();
	await publish({ en: 'For the police.', es: 'Para la policía.' });
	await session.checkNow();
	const told = { kind: 'new-purpose', lang: 'en', purpose: 'For the police.' };
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(told));
	await seen();
});

test('a purpose that changed in another language than the reader’s alone is told of', async () => {
	const { session, publish, facts, seen } = await aTold();
	await publish({ en: 'For families.', es: 'Para la policía.' });
	await session.checkNow();
	const told = { kind: 'new-purpose', lang: 'es', purpose: 'Para la policía.' };
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(told));
	await seen();

	// readers of Spanish are shown the English now
	await publish({ en: 'For families.' });
	await session.checkNow();
	const gone = { kind: 'new-purpose', lang: 'es', purpose: 'For families.' };
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(gone));
	await seen();
});

test('a purpose that is no longer said is told of, and one that is said again', async () => {
	const { session, publish, facts, seen } = await aTold();
	await publish(undefined);
	await session.checkNow();
	const gone = { kind: 'new-purpose', lang: 'en', purpose: '' };
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(gone));
	await seen();
	await publish({ en: 'For the police.' });
	await session.checkNow();
	const told = { kind: 'new-purpose', lang: 'en', purpose: 'For the police.' };
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(told));
	await seen();
});

test('other publishing keys are told of, with whether the old ones vouch for them', async () => {
	const { session, phone, publisher, publish, facts, seen } = await aTold();
	const { issued } = await publisher.rotate({ edition: await keys(1) });
	await publish({ en: 'For families.' });
	await session.checkNow();
	const told = { kind: 'new-keys', issued, areVouchedFor: true };
	await vi.waitFor(() => expect(facts()?.publisherChange).toEqual(told));
	await seen();

	// the key of the head is replaced as a matter of course
	await publisher.rotate({ head: await keys(1) });
	await publish({ en: 'For families.' });
	await session.checkNow();
	await session.refresh();
	expect(facts()?.publisherChange).toBeUndefined();

	const db = await phone.open();
	await writeSetting(db, 'keys', 'of-another-root a-key');
	await session.refresh();
	expect(facts()?.publisherChange).toMatchObject({ kind: 'new-keys', areVouchedFor: false });
});

test('a purpose that was seen does not cover other keys, nor is the one before forgotten', async () => {
	const { session, phone, publisher, publish, facts, see, seen } = await aTold();
	await publisher.rotate({ edition: await keys(1) });
	await publish({ en: 'For the police.' });
	await session.checkNow();
	await vi.waitFor(() => expect(facts()?.publisherChange?.kind).toBe('new-purpose'));
	await writeSetting(await phone.open(), 'keys', 'of-another-root a-key');
	await see();
	expect(facts()?.publisherChange).toMatchObject({ kind: 'new-keys', areVouchedFor: false });
	await seen();
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
