import type { HandrailDatabase } from '../database/database.ts';
import { write } from '../database/transaction.ts';

/** What was verified a moment ago. */
export interface Staged {
	/** Signed files and listings as they came, by path. */
	readonly proofs?: ReadonlyMap<string, string>;
	/** Texts by hash. */
	readonly texts?: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Stores all of it in one transaction. Nobody sees it until a switch names it. */
export async function stage(
	db: HandrailDatabase,
	{ proofs = NONE, texts = NONE }: Staged
): Promise<void> {
	await write(db, ['blobs', 'proof'], async (tx) => {
		const [blobs, files] = [tx.objectStore('blobs'), tx.objectStore('proof')];
		// async: a put that throws at once must not leave the others unheard
		await Promise.all([
			...[...texts].map(async ([sha256, text]) => blobs.put(text, sha256)),
			...[...proofs].map(async ([path, file]) => files.put(file, path))
		]);
	});
}
