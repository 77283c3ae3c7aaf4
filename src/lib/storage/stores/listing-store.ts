import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import type { ContentTx, TxWith } from '../database/transaction.ts';
import { readHashes } from './blob-store.ts';
import { readOnScreen } from './trust-store.ts';

/** One language of the edition on screen, and the texts that it names. */
export interface InstalledListing {
	readonly version: number;
	readonly row: ListingRow;
	/** In the same transaction: call it before awaiting anything but IndexedDB. */
	readonly text: (sha256: string) => Promise<string | undefined>;
}

/**
 * `undefined` where the language is not on this phone; throws on a row that is damaged. One
 * transaction from trust to text, with no more requests than that: how soon a page shows after a cold
 * start hangs on it.
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
	return { version, row, text: (sha256) => tx.objectStore('blobs').get(sha256) };
}

/** One language of an edition. `undefined` where it is not here, or is damaged. */
export async function readListing(
	tx: TxWith<'listings'>,
	version: number,
	lang: LanguageTag
): Promise<ListingRow | undefined> {
	const row = await tx.objectStore('listings').get([version, lang]);
	return isListing(row) ? row : undefined;
}

/** Every language of an edition that is here and can be read. */
export async function readListings(
	tx: TxWith<'listings'>,
	version: number | undefined
): Promise<ListingRow[]> {
	if (version === undefined) return [];
	return (await tx.objectStore('listings').getAll(ofVersion(version))).filter(isListing);
}

/** The languages that an edition has here, by the keys of their rows alone. */
export async function readLanguages(
	tx: TxWith<'listings'>,
	version: number | undefined
): Promise<LanguageTag[]> {
	if (version === undefined) return [];
	const keys = await tx.objectStore('listings').getAllKeys(ofVersion(version));
	return keys.map(([, lang]) => lang);
}

/** Whether everything that these listings name is on the phone. */
export async function areWhole(
	tx: TxWith<'blobs'>,
	listings: readonly ListingRow[]
): Promise<boolean> {
	const stored = await readHashes(tx);
	return listings.every(({ entries }) => entries.every(({ sha256 }) => stored.has(sha256)));
}

/** Puts languages beside those that the edition has here. */
export async function putListings(
	tx: ContentTx,
	version: number,
	listings: readonly ListingRow[]
): Promise<void> {
	const rows = tx.objectStore('listings');
	await Promise.all(listings.map((row) => rows.put(row, [version, row.lang])));
}

/** Takes all languages of an edition away. */
export async function deleteListings(tx: ContentTx, version: number): Promise<void> {
	await tx.objectStore('listings').delete(ofVersion(version));
}

const ofVersion = (version: number): IDBKeyRange => IDBKeyRange.bound([version], [version, []]);

/**
 * As much as a page needs in order not to trip. Each entry is looked at only when everything is
 * compared: a page that opens must not wait for that.
 */
function isListing(row: unknown): row is ListingRow {
	if (typeof row !== 'object' || row === null) return false;
	const { entries, shards, cards }: Partial<ListingRow> = row;
	return [entries, shards, cards].every((it) => Array.isArray(it));
}
