import * as v from 'valibot';
import type { HandrailDatabase, Lease } from '../database/database.ts';
import { write } from '../database/transaction.ts';

const Time = v.fallback(v.number(), NaN);
/** What cannot be read counts as a time that no clock shows: such a lease holds nobody up. */
const Row = v.fallback(v.object({ holder: v.fallback(v.string(), ''), since: Time, until: Time }), {
	holder: '',
	since: NaN,
	until: NaN
});

const parseLease = (row: unknown): Lease | undefined =>
	row === undefined ? undefined : v.parse(Row, row);

export async function readLease(db: HandrailDatabase): Promise<Lease | undefined> {
	return parseLease(await db.get('lease', 'sync'));
}

/** Writes the lease if `isFree` says so of the one that stands, in one transaction. */
export async function takeLease(
	db: HandrailDatabase,
	lease: Lease,
	isFree: (standing: Lease | undefined) => boolean
): Promise<boolean> {
	return write(db, ['lease'], async (tx) => {
		if (!isFree(parseLease(await tx.store.get('sync')))) return false;
		await tx.store.put(lease, 'sync');
		return true;
	});
}

/** Gives the lease back, unless somebody else has it by now. */
export async function dropLease(db: HandrailDatabase, holder: string): Promise<void> {
	await write(db, ['lease'], async (tx) => {
		const standing = parseLease(await tx.store.get('sync'));
		if (standing?.holder === holder) await tx.store.delete('sync');
	});
}
