import * as v from 'valibot';
import { Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import type { TxWith, WriteTxWith } from '../database/transaction.ts';
import { readBlob, readHashes } from './blob-store.ts';
import { readOnScreen } from './trust-store.ts';

/** One language of the edition on screen, and access to its texts. */
export interface InstalledListing {
	readonly version: number;
	readonly row: ListingRow;
	/** Reads a text in the same transaction. Call it before awaiting anything but IndexedDB. */
	readonly text: (sha256: string) => Promise<string | undefined>;
}

/**
 * Reads one language of the edition on screen. `undefined` if it is not on the phone; throws if its
 * row is damaged. Uses one transaction from trust to text, and as few requests as possible, because
 * after a cold start the page waits for this.
 */
export async function readInstalledListing(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<InstalledListing | undefined> {
	const tx = db.transaction(['trust', 'listings', 'blobs']);
	const version = (await readOnScreen(tx)).installed?.version;
	if (version === undefined) return undefined;
	const row: unknown = await tx.objectStore('listings').get([version, lang]);
	if (row === undefined) return undefined;
	if (!isListing(row)) throw new Error('Damaged row');
	return { version, row, text: (sha256) => readBlob(tx, sha256) };
}

/** Reads one language of an edition. `undefined` if it is not on the phone, or is damaged. */
export async function readListing(
	tx: TxWith<'listings'>,
	version: number,
	lang: LanguageTag
): Promise<ListingRow | undefined> {
	const row = await tx.objectStore('listings').get([version, lang]);
	return isListing(row) ? row : undefined;
}

/** Reads every language of an edition that is on the phone and can be read. */
export async function readListings(
	tx: TxWith<'listings'>,
	version: number | undefined
): Promise<ListingRow[]> {
	if (version === undefined) return [];
	return (await tx.objectStore('listings').getAll(ofVersion(version))).filter(isListing);
}

/** The languages of an edition that are on the phone, from the keys of their rows alone. */
export async function readLanguages(
	tx: TxWith<'listings'>,
	version: number | undefined
): Promise<LanguageTag[]> {
	if (version === undefined) return [];
	const keys = await tx.objectStore('listings').getAllKeys(ofVersion(version));
	return keys.map(([, lang]) => lang);
}

/** Whether every text that these listings name is on the phone. */
export async function areWhole(
	tx: TxWith<'blobs'>,
	listings: readonly ListingRow[]
): Promise<boolean> {
	const stored = await readHashes(tx);
	return listings.every(({ entries }) => entries.every(({ sha256 }) => stored.has(sha256)));
}

/** Stores languages of an edition, and leaves its other languages as they are. */
export async function putListings(
	tx: WriteTxWith<'listings'>,
	version: number,
	listings: readonly ListingRow[]
): Promise<void> {
	const rows = tx.objectStore('listings');
	await Promise.all(listings.map((row) => rows.put(row, [version, row.lang])));
}

/** Deletes all languages of an edition. */
export async function deleteListings(tx: WriteTxWith<'listings'>, version: number): Promise<void> {
	await tx.objectStore('listings').delete(ofVersion(version));
}

/** Deletes one language from every edition. */
export async function deleteLanguage(
	tx: WriteTxWith<'listings'>,
	lang: LanguageTag
): Promise<void> {
	const store = tx.objectStore('listings');
	const keys = await store.getAllKeys();
	await Promise.all(keys.filter(([, tag]) => tag === lang).map((key) => store.delete(key)));
}

/** Deletes a row that is not as a switch writes it, so that the next sync makes it again. */
export async function dropUnreadableListing(
	tx: WriteTxWith<'listings'>,
	version: number,
	lang: LanguageTag
): Promise<void> {
	const store = tx.objectStore('listings');
	if (!v.is(Row, await store.get([version, lang]))) await store.delete([version, lang]);
}

/** Notes when every hash of a language was compared. */
export async function noteChecked(
	tx: WriteTxWith<'listings'>,
	version: number,
	lang: LanguageTag,
	checkedAt: string
): Promise<void> {
	const row = await readListing(tx, version, lang);
	// there is no row if another edition was installed meanwhile
	if (row) await tx.objectStore('listings').put({ ...row, checkedAt }, [version, lang]);
}

const HasId = v.object({ id: v.string() });
/** The parts of a row that a page relies on. */
const Row = v.pipe(
	v.object({ entries: v.array(Entry), shards: v.array(v.string()), cards: v.array(HasId) }),
	v.check(({ entries, cards }) => {
		const ids = new Set(entries.map(({ id }) => id));
		return cards.every(({ id }) => ids.has(id));
	})
);

const ofVersion = (version: number): IDBKeyRange => IDBKeyRange.bound([version], [version, []]);

/**
 * Checks as much as a page needs to run. The entries are checked only when all hashes are compared:
 * a page that opens must not wait for that.
 */
function isListing(row: unknown): row is ListingRow {
	if (typeof row !== 'object' || row === null) return false;
	const { entries, shards, cards }: Partial<ListingRow> = row;
	return [entries, shards, cards].every((it) => Array.isArray(it));
}
