import {
	SLICE,
	unindexedEdition,
	type ServerDatabase,
	type Tx
} from '#lib/server/store/database.ts';
import { addToTally } from '#lib/server/outbox/add-to-tally.ts';
import type { AnnouncementState } from './announcements.ts';

/**
 * Deletes up to 5,000 deliveries of an announcement that has ended, but for those that are being
 * tried: their answers still count. Gives how many.
 */
export async function sweep(
	db: ServerDatabase,
	tx: Tx,
	{ edition, state }: { readonly edition: number; readonly state: AnnouncementState }
): Promise<number> {
	const rows = await tx
		.selectFrom('delivery')
		.select('subscription_id as id')
		.where('edition', '=', edition)
		.where('lease_until', '<=', db.now())
		.limit(SLICE)
		.$if(db.engine === 'postgres', (row) => row.forUpdate().skipLocked())
		.execute();
	if (rows.length === 0) return 0;
	await tx
		.deleteFrom('delivery')
		.where(unindexedEdition, '=', edition)
		.where(
			db.isAmong(
				'subscription_id',
				rows.map(({ id }) => id)
			)
		)
		.execute();
	await addToTally(tx, edition, state === 'expired' ? 'expired' : 'ended', rows.length);
	return rows.length;
}
