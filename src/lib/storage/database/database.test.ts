import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { expect, test, vi } from 'vitest';
import { createDatabaseOpener } from './database-opener.ts';
import { isReadOnly, openHandrailDatabase } from './database.ts';
import { migrations, type Migration } from './migrations.ts';

let count = 0;
/** Each test has a database of its own. */
const aName = (): string => `database-test-${(count += 1)}`;

/** What a release with only the first so many migrations leaves on a phone. */
async function leftBy(name: string, version: number): Promise<void> {
	const db = await openHandrailDatabase(name, { steps: migrations.slice(0, version) });
	await db.put('blobs', 'a text', 'a hash');
	db.close();
}

const versions = migrations.map((_, index) => index + 1);
test.each(versions)('finds what a release with database version %i stored', async (version) => {
	const name = aName();
	await leftBy(name, version);
	const db = await openHandrailDatabase(name);
	expect(await db.get('blobs', 'a hash')).toBe('a text');
	await db.put('settings', 'es', 'lang');
	await db.put('lease', { holder: 'a', since: 0, until: 0 }, 'sync');
	expect(db.version).toBe(migrations.length);
	db.close();
});

test('makes every store on an empty phone', async () => {
	const db = await openHandrailDatabase(aName());
	const stores = 'blobs editions lease listings proof recordings search settings trust'.split(' ');
	expect([...db.objectStoreNames].sort()).toEqual(stores);
	expect(isReadOnly(db)).toBe(false);
	db.close();
});

test('reads what a newer release left, and says that it may only read', async () => {
	const name = aName();
	const newer: Migration = (db) => void openStoreOf(db, 'notes');
	const db = await openHandrailDatabase(name, { steps: [...migrations, newer] });
	await db.put('blobs', 'a text', 'a hash');
	db.close();

	const old = await openHandrailDatabase(name);
	expect(isReadOnly(old)).toBe(true);
	expect(await old.get('blobs', 'a hash')).toBe('a text');
	old.close();
});

test('steps aside for a newer release in another tab, and reads on after it', async () => {
	const name = aName();
	const open = createDatabaseOpener(name);
	expect((await open()).version).toBe(migrations.length);

	const newer: Migration = (db) => void openStoreOf(db, 'notes');
	const upgraded = await openHandrailDatabase(name, { steps: [...migrations, newer] });
	expect(upgraded.version).toBe(migrations.length + 1);
	expect(isReadOnly(await open())).toBe(true);
	upgraded.close();
});

test('gives up, with a code, on a tab that does not step aside', async () => {
	const name = aName();
	const stubborn = await openDB(name, 1);
	await expect(openHandrailDatabase(name, { waitMs: 20 })).rejects.toMatchObject({
		name: 'StorageError',
		code: 'storage-blocked'
	});
	stubborn.close();
});

test('shares one connection, and opens another once that was lost', async () => {
	const name = aName();
	const open = createDatabaseOpener(name);
	const [a, b] = await Promise.all([open(), open()]);
	expect(a).toBe(b);
	// what a browser sends when it ends a connection by itself
	forceCloseDatabase(unwrap(a) as never);
	const c = await open();
	expect(c).not.toBe(a);
	c.close();
});

test('a page that is left undoes what it has begun, and holds up nobody; looked at again, it reads', async () => {
	const name = aName();
	let leave = (): void => undefined;
	const open = createDatabaseOpener(name, (it) => (leave = it));
	const tx = (await open()).transaction('blobs', 'readwrite');
	await tx.store.put('half', 'a hash');
	leave();
	await expect(tx.done).rejects.toMatchObject({ name: 'AbortError' });

	const other = await openHandrailDatabase(name);
	await other.put('blobs', 'whole', 'another hash');
	other.close();
	const again = await open();
	expect(await again.getAll('blobs')).toEqual(['whole']);
	again.close();
});

test('a page that is left while its database is being made leaves none half made', async () => {
	const name = aName();
	let leave = (): void => undefined;
	const open = createDatabaseOpener(name, (it) => (leave = it));
	const request = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementationOnce((...what) => {
		const asked = request(...what);
		// once the tables are being made
		asked.addEventListener('upgradeneeded', () => queueMicrotask(() => leave()));
		return asked;
	});
	const first = open();
	const outcome = await first.then((db) => db.getAll('blobs')).catch((error: Error) => error.name);
	expect(outcome).toBe('StorageError');
	const again = await open();
	expect(again.version).toBe(migrations.length);
	again.close();
});

test('tells that storage is denied where there is no IndexedDB', async () => {
	const real = globalThis.indexedDB;
	Reflect.deleteProperty(globalThis, 'indexedDB');
	try {
		await expect(openHandrailDatabase(aName())).rejects.toMatchObject({ code: 'storage-denied' });
	} finally {
		globalThis.indexedDB = real;
	}
});

/** A store that this release does not know. */
function openStoreOf(db: Parameters<Migration>[0], name: string): IDBObjectStore {
	return (db as unknown as IDBDatabase).createObjectStore(name);
}
