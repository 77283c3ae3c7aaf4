import type { HandrailDatabase } from '../database/database.ts';
import { asText, type TxWith, type WriteTxWith } from '../database/transaction.ts';

/** Reads a file as it was received. `undefined` if there is none, or if the row is not a text. */
export const readProof = (db: HandrailDatabase, path: string): Promise<string | undefined> =>
	readFile(db.transaction('proof'), path);

/** Reads a file within a larger transaction. */
export const readFile = (tx: TxWith<'proof'>, path: string): Promise<string | undefined> =>
	tx.objectStore('proof').get(path).then(asText);

/** The paths of all files that are stored. */
export const readPaths = (tx: TxWith<'proof'>): Promise<string[]> =>
	tx.objectStore('proof').getAllKeys();

/** Stores files as they were received, by path. */
export async function putFiles(
	tx: WriteTxWith<'proof'>,
	files: ReadonlyMap<string, string>
): Promise<void> {
	const store = tx.objectStore('proof');
	// async, so that a put that throws at once rejects like the others
	await Promise.all([...files].map(async ([path, file]) => store.put(file, path)));
}
