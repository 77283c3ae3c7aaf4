import type { HandrailDatabase } from '../database/database.ts';
import type { TxWith } from '../database/transaction.ts';

/** Names of all texts that were verified and stored, for whichever edition. */
export const storedHashes = (db: HandrailDatabase): Promise<Set<string>> =>
	readHashes(db.transaction('blobs'));

/** The same, as a part of a larger transaction. */
export async function readHashes(tx: TxWith<'blobs'>): Promise<Set<string>> {
	return new Set(await tx.objectStore('blobs').getAllKeys());
}

/** Texts in the order of `hashes`, all in one transaction. */
export async function readBlobs(
	db: HandrailDatabase,
	hashes: readonly string[]
): Promise<(string | undefined)[]> {
	const { store } = db.transaction('blobs');
	return Promise.all(hashes.map((sha256) => store.get(sha256)));
}
