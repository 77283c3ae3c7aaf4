import type { HandrailDatabase } from '../database/database.ts';
import { write } from '../database/transaction.ts';

/** Keeps a signed file, or a listing, as it came: a few kB in all. It was verified a moment ago. */
export async function keepProof(db: HandrailDatabase, path: string, file: string): Promise<void> {
	await write(db, ['proof'], async (tx) => {
		await tx.store.put(file, path);
	});
}

/** A file that was kept as it came: `undefined` where there is none that is a text. */
export async function readProof(db: HandrailDatabase, path: string): Promise<string | undefined> {
	const file: unknown = await db.get('proof', path);
	return typeof file === 'string' ? file : undefined;
}
