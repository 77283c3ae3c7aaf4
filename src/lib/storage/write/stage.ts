import type { HandrailDatabase } from '../database/database.ts';
import { write } from '../database/transaction.ts';
import { putBlobs } from '../stores/blob-store.ts';
import { putFiles } from '../stores/proof-store.ts';

/** Files and texts that were just verified. */
export interface Staged {
	/** Signed files and listings as they were received, by path. */
	readonly proofs?: ReadonlyMap<string, string>;
	/** Texts by hash. */
	readonly texts?: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Stores verified files in one transaction. Nobody sees them until a switch names them. */
export async function stage(
	db: HandrailDatabase,
	{ proofs = NONE, texts = NONE }: Staged
): Promise<void> {
	await write(db, ['blobs', 'proof'], async (tx) => {
		await Promise.all([putBlobs(tx, texts), putFiles(tx, proofs)]);
	});
}
