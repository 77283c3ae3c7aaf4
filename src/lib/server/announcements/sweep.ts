import type { AnnouncementState } from '#lib/push/announcement-answer.ts';
import {
	SLICE,
	unindexedEdition,
	type ServerDatabase
} from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { addToTally } from '#lib/server/outbox/add-to-tally.ts';

/**
 * Deletes up to 5,000 deliveries of an announcement that has ended. Leased ones stay until they are
 * settled: their outcome still counts. Gives how many it deleted.
 */
export async function sweep(
	db: ServerDatabase,
	tx: Tx,
	{ edition, state }: { readonly edition: number; readonly state: AnnouncementState }
): Promise<number> {
	const { numDeletedRows } = await tx
		.with('ended', (query) =>
			query
				.selectFrom('delivery')
				.select('subscription_id')
				.where('edition', '=', edition)
				.where('lease_until', '<=', db.now())
				.limit(SLICE)
				.$if(db.engine === 'postgres', (rows) => rows.forUpdate().skipLocked())
		)
		.deleteFrom('delivery')
		.where(unindexedEdition, '=', edition)
		.where('subscription_id', 'in', (query) => query.selectFrom('ended').select('subscription_id'))
		.executeTakeFirstOrThrow();
	const count = Number(numDeletedRows);
	await addToTally(tx, edition, state === 'expired' ? 'expired' : 'ended', count);
	return count;
}
