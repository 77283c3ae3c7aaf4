import type { PreparedListing } from './prepare-listing.ts';
import type { ContentTx } from './transaction.ts';

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
