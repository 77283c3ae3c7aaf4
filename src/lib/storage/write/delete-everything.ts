import type { HandrailDatabase } from '../database/database.ts';
import { write } from '../database/transaction.ts';

/** Empties every store: guides, settings and all that is known about the publisher's keys. */
export async function deleteEverything(db: HandrailDatabase): Promise<void> {
	const stores = [...db.objectStoreNames];
	await write(
		db,
		stores,
		async (tx) => {
			await Promise.all(stores.map((store) => tx.objectStore(store).clear()));
		},
		'strict'
	);
}
