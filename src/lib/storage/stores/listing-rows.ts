import type { SearchDocument } from '#lib/edition/search-document.ts';
import type { ListingRow } from '../database/database.ts';
import type { ContentTx } from '../database/transaction.ts';

/** The rows that a switch puts in place. */
export interface PreparedListing {
	readonly row: ListingRow;
	readonly documents: readonly SearchDocument[];
}

/** Whether everything that these listings name is on the phone. */
export async function areWhole(
	tx: ContentTx,
	listings: readonly PreparedListing[]
): Promise<boolean> {
	const stored = new Set(await tx.objectStore('blobs').getAllKeys());
	return listings.every(({ row }) => row.entries.every(({ sha256 }) => stored.has(sha256)));
}

export async function putListings(
	tx: ContentTx,
	version: number,
	listings: readonly PreparedListing[]
): Promise<void> {
	const puts = listings.map(async ({ row, documents }) => {
		await tx.objectStore('listings').put(row, [version, row.lang]);
		await tx.objectStore('search').put(documents, [version, row.lang]);
	});
	await Promise.all(puts);
}

/** Every language of one edition. */
export const ofVersion = (version: number): IDBKeyRange =>
	IDBKeyRange.bound([version], [version, []]);
