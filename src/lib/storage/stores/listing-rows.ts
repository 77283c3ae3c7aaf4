import type { ListingRow } from '../database/database.ts';
import type { ContentTx } from '../database/transaction.ts';

/** Whether everything that these listings name is on the phone. */
export async function areWhole(tx: ContentTx, listings: readonly ListingRow[]): Promise<boolean> {
	const stored = new Set(await tx.objectStore('blobs').getAllKeys());
	return listings.every(({ entries }) => entries.every(({ sha256 }) => stored.has(sha256)));
}

export async function putListings(
	tx: ContentTx,
	version: number,
	listings: readonly ListingRow[]
): Promise<void> {
	const rows = tx.objectStore('listings');
	await Promise.all(listings.map((row) => rows.put(row, [version, row.lang])));
}

/** Every language of one edition. */
export const ofVersion = (version: number): IDBKeyRange =>
	IDBKeyRange.bound([version], [version, []]);
