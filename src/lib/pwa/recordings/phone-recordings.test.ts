import { afterEach, expect, test, vi } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { readSound, storedSounds } from '#lib/storage/stores/recording-store.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';
import { deleteEverything } from '#lib/storage/write/delete-everything.ts';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';
import { createPhoneRecordings } from './phone-recordings.ts';

const GUIDE = 'guide/school-bus';
const SOUNDS = new Map(
	await Promise.all(
		['steps', 'do-nots'].map(async (it) => [await sha256Hex(toBytes(it)), toBytes(it)] as const)
	)
);

/** A phone with an edition that two files record, and a host that has them. `onFetch` runs before each. */
async function aPhoneThatHears(
	onFetch: (db: HandrailDatabase, at: number) => unknown,
	sounds: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = SOUNDS
) {
	const blocks = [...sounds].map(([sha256, { length }], at) => ({
		...{ block: at === 0 ? ('do' as const) : ('dont' as const), sha256, length, starts: [0] }
	}));
	const by = { id: GUIDE, voice: 'person', by: 'Ana López', on: '2026-11-24' } as const;
	const recordings = { lang: 'en', guides: [{ ...by, blocks }] } as const;
	const publisher = await aPublisher();
	const guides = [...recordings.guides];
	const en = { articles: [aGuide()], recordings: { ...recordings, guides } };
	const db = await aPhone();
	await installed(db, publisher, await publisher.publish({ languages: { en } }));
	let asked = 0;
	vi.stubGlobal('fetch', async (url: string) => {
		await onFetch(db, (asked += 1));
		return new Response([...sounds].find(([sha256]) => url.includes(sha256))?.[1]);
	});
	return db;
}

/** The SHA-256 of the guide's text. */
async function textOf(db: HandrailDatabase): Promise<string | undefined> {
	const [row] = await db.getAll('listings');
	return row?.entries.find(({ id }) => id === GUIDE)?.sha256;
}

afterEach(() => {
	vi.unstubAllGlobals();
});

test('keeps all recordings of a language', async () => {
	const db = await aPhoneThatHears(() => undefined);
	const phone = createPhoneRecordings(() => Promise.resolve(db));
	expect(await phone.keep('en')).toBe(true);
	expect(await phone.of('en')).toMatchObject({ isKept: true });
	expect(await phone.find('en', GUIDE, await textOf(db))).toMatchObject({ isKept: true });
});

test('leaves nothing behind of what is on its way when everything is deleted', async () => {
	const db = await aPhoneThatHears((opened, at) => at === 2 && deleteEverything(opened));
	const phone = createPhoneRecordings(() => Promise.resolve(db));
	expect(await phone.keep('en')).toBe(false);
	expect((await storedSounds(db)).size).toBe(0);
	expect(await readSettings(db)).toEqual({});
});

test('a renewal does not undo that recordings were removed meanwhile', async () => {
	const db = await aPhoneThatHears((_db, at) => at === 2 && phone.drop('en'));
	const phone = createPhoneRecordings(() => Promise.resolve(db));
	await writeSetting(db, 'recordings', ['en']);
	await phone.renew();
	expect((await storedSounds(db)).size).toBe(0);
	expect((await readSettings(db)).recordings).toBeUndefined();
});

test('a guide is not said to be here before the recordings of a newer edition are', async () => {
	const db = await aPhoneThatHears(() => undefined);
	const phone = createPhoneRecordings(() => Promise.resolve(db));
	await writeSetting(db, 'recordings', ['en']);
	expect(await phone.find('en', GUIDE, await textOf(db))).toMatchObject({ isKept: false });
});

test('what no edition names any more goes, even where nothing can be heard now', async () => {
	const db = await aPhoneThatHears(() => undefined);
	await writeSetting(db, 'recordings', ['es']);
	await db.put('recordings', toBytes('old'), 'a'.repeat(64));
	await createPhoneRecordings(() => Promise.resolve(db)).renew();
	expect((await storedSounds(db)).size).toBe(0);
});

test('where there is no room for all of them, none takes that of the texts', async () => {
	const db = await aPhoneThatHears(() => undefined);
	let writes = 0;
	/** The disk is full at the second recording. */
	const full = new Proxy(db, {
		get(target, name) {
			const own: unknown = Reflect.get(target, name);
			if (typeof own !== 'function') return own;
			return (...given: readonly unknown[]): unknown => {
				if (given.includes('readwrite') || name === 'put') writes += 1;
				if (writes === 2) {
					writes += 1;
					throw new DOMException('', 'QuotaExceededError');
				}
				return Reflect.apply(own, target, given);
			};
		}
	});
	const phone = createPhoneRecordings(() => Promise.resolve(full));
	expect(await phone.keep('en')).toBe(false);
	expect((await storedSounds(db)).size).toBe(0);
});

/** A phone that keeps recordings, the first of which storage has damaged. */
async function aDamagedPhone(onFetch: () => unknown) {
	let isKept = false;
	const db = await aPhoneThatHears(() => isKept && onFetch());
	const phone = createPhoneRecordings(() => Promise.resolve(db));
	await phone.keep('en');
	isKept = true;
	const [[sha256, bytes] = ['', toBytes('')]] = SOUNDS;
	await db.put('recordings', toBytes('rotten'), sha256);
	return { db, phone, sha256, bytes, file: { sha256, length: bytes.length } };
}

test('a kept recording that is damaged is heard from the host, and is whole here again', async () => {
	const { db, phone, sha256, bytes, file } = await aDamagedPhone(() => undefined);
	expect(await phone.read([file], false)).toHaveProperty('found');
	await vi.waitFor(async () => expect(await readSound(db, sha256)).toEqual(bytes));
	expect(await phone.find('en', GUIDE, await textOf(db))).toMatchObject({ isKept: true });
});

test('with no connection a damaged recording is offered to be fetched, and comes with the next', async () => {
	let isOffline = true;
	const { db, phone, file } = await aDamagedPhone(() => {
		if (isOffline) throw new TypeError('offline');
	});
	expect(await phone.read([file], false)).toEqual({ absent: 'failed' });
	expect(await phone.find('en', GUIDE, await textOf(db))).toMatchObject({ isKept: false });
	isOffline = false;
	await phone.renew();
	expect(await phone.find('en', GUIDE, await textOf(db))).toMatchObject({ isKept: true });
});

test('what storage has damaged is found at a renewal, before anybody wants to hear it', async () => {
	const { db, phone, sha256, bytes } = await aDamagedPhone(() => undefined);
	await phone.renew();
	expect(await readSound(db, sha256)).toEqual(bytes);
	expect(await storedSounds(db)).toEqual(new Set(SOUNDS.keys()));
});

test('what is renewed twice at once is fetched once', async () => {
	const asked = vi.fn();
	const { phone } = await aDamagedPhone(asked);
	await Promise.all([phone.renew(), phone.renew()]);
	expect(asked).toHaveBeenCalledTimes(1);
});

test('a guide of which nothing is whole is fetched to be heard, and once to be kept', async () => {
	const asked = vi.fn();
	const { db, phone } = await aDamagedPhone(asked);
	for (const sha256 of SOUNDS.keys()) await db.put('recordings', toBytes('rotten'), sha256);
	const files = [...SOUNDS].map(([sha256, { length }]) => ({ sha256, length }));
	expect(await phone.read(files, false)).toHaveProperty('found');
	await phone.renew();
	expect(await storedSounds(db)).toEqual(new Set(SOUNDS.keys()));
	expect(asked).toHaveBeenCalledTimes(2 * SOUNDS.size);
});

test('a page of another edition is not said by the recording of this one', async () => {
	const db = await aPhoneThatHears(() => undefined);
	const phone = createPhoneRecordings(() => Promise.resolve(db));
	expect(await phone.find('en', GUIDE, 'f'.repeat(64))).toBeUndefined();
	expect(await phone.find('en', GUIDE, undefined)).toBeUndefined();
});

/** A phone that keeps English recordings of so many bytes, none of which is here, on such a line. */
async function aPhoneOnLine(bytes: number, connection: object | undefined) {
	vi.stubGlobal('navigator', { connection });
	const sound = new Uint8Array(bytes);
	const sounds = new Map([[await sha256Hex(sound), sound]]);
	const db = await aPhoneThatHears(() => undefined, sounds);
	await writeSetting(db, 'recordings', ['en']);
	return createPhoneRecordings(() => Promise.resolve(db));
}
const LITTLE = 300_000;

test.each([
	['a browser that says nothing of the line', undefined, LITTLE],
	['one that names no kind of line', { saveData: false }, LITTLE],
	['Wi-Fi', { type: 'wifi' }, LITTLE + 1],
	['a cable', { type: 'ethernet' }, LITTLE + 1]
])('%s: what is kept is renewed unasked, up to its limit', async (_, connection, bytes) => {
	const phone = await aPhoneOnLine(bytes, connection);
	await phone.renew();
	expect(await phone.of('en')).toMatchObject({ missingBytes: 0, isKept: true });
});

test.each([
	['a mobile line', { type: 'cellular' }, 1],
	['a phone that saves data', { type: 'wifi', saveData: true }, 1],
	['a browser that says nothing of the line', undefined, LITTLE + 1],
	['a line of a kind that may cost', { type: 'wimax' }, LITTLE + 1]
])(
	'%s: beyond it, it comes when the reader asks, who sees how much',
	async (_, connection, bytes) => {
		const phone = await aPhoneOnLine(bytes, connection);
		await phone.renew();
		expect(await phone.of('en')).toEqual({ bytes, missingBytes: bytes, isKept: true });
		expect(await phone.keep('en')).toBe(true);
		expect(await phone.of('en')).toMatchObject({ missingBytes: 0, isKept: true });
	}
);
