import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase, ListingRow, StoredEdition } from '../database/database.ts';

/** One language of the edition on screen, and the texts that it names. */
export interface InstalledListing {
	readonly version: number;
	readonly row: ListingRow;
	/** In the same transaction: call it before awaiting anything but IndexedDB. */
	readonly text: (sha256: string) => Promise<string | undefined>;
}

/**
 * `undefined` where the language is not on this phone. One transaction from trust to text, with no
 * more requests than that: how soon a page shows after a cold start hangs on it.
 */
export async function readInstalledListing(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<InstalledListing | undefined> {
	const tx = db.transaction(['trust', 'listings', 'blobs']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	if (version === undefined) return;
	const row = await tx.objectStore('listings').get([version, lang]);
	return row && { version, row, text: (sha256) => tx.objectStore('blobs').get(sha256) };
}

export async function readInstalledEdition(
	db: HandrailDatabase
): Promise<StoredEdition | undefined> {
	const tx = db.transaction(['trust', 'editions']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	return version === undefined ? undefined : tx.objectStore('editions').get(version);
}
