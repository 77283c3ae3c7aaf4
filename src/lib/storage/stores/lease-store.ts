import type { HandrailDatabase, Lease } from '../database/database.ts';
import { write } from '../database/transaction.ts';

/**
 * Reads the lease. It is not parsed: `lib/sync` compares its times in a way that lets a damaged
 * lease hold nobody up.
 */
export async function readLease(db: HandrailDatabase): Promise<Lease | undefined> {
	return db.get('lease', 'sync');
}

/** Writes `lease` if `isFree` approves of the current one, in one transaction. */
export async function takeLease(
	db: HandrailDatabase,
	lease: Lease,
	isFree: (standing: Lease | undefined) => boolean
): Promise<boolean> {
	return write(db, ['lease'], async (tx) => {
		if (!isFree(await tx.store.get('sync'))) return false;
		await tx.store.put(lease, 'sync');
		return true;
	});
}

/** Deletes the lease, unless somebody else has it by now. */
export async function dropLease(db: HandrailDatabase, holder: string): Promise<void> {
	await write(db, ['lease'], async (tx) => {
		const standing = await tx.store.get('sync');
		if (standing?.holder === holder) await tx.store.delete('sync');
	});
}
