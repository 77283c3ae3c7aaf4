import type { HandrailDatabase } from '../database/database.ts';
import { asText, type TxWith, type WriteTxWith } from '../database/transaction.ts';

/** The hashes of all texts that are stored, of any edition. */
export const storedHashes = (db: HandrailDatabase): Promise<Set<string>> =>
	readHashes(db.transaction('blobs'));

/** The hashes of all texts, within a larger transaction. */
export async function readHashes(tx: TxWith<'blobs'>): Promise<Set<string>> {
	return new Set(await tx.objectStore('blobs').getAllKeys());
}

/**
 * Reads texts in the order of `hashes`, in one transaction. `undefined` for those that are missing.
 */
export async function readBlobs(
	db: HandrailDatabase,
	hashes: readonly string[]
): Promise<(string | undefined)[]> {
	const tx = db.transaction('blobs');
	return Promise.all(hashes.map((sha256) => readBlob(tx, sha256)));
}

/** Reads one text within a larger transaction. */
export async function readBlob(tx: TxWith<'blobs'>, sha256: string): Promise<string | undefined> {
	return asText(await tx.objectStore('blobs').get(sha256));
}

/** Stores verified texts by their hashes. */
export async function putBlobs(
	tx: WriteTxWith<'blobs'>,
	texts: ReadonlyMap<string, string>
): Promise<void> {
	const store = tx.objectStore('blobs');
	// async, so that a put that throws at once rejects like the others
	await Promise.all([...texts].map(async ([sha256, text]) => store.put(text, sha256)));
}

/** Deletes damaged texts, so that the next sync fetches them again. */
export async function deleteBlobs(
	tx: WriteTxWith<'blobs'>,
	hashes: readonly string[]
): Promise<void> {
	const store = tx.objectStore('blobs');
	await Promise.all(hashes.map((sha256) => store.delete(sha256)));
}
