import { sql } from 'kysely';
import {
	QUARANTINE_REFUSALS,
	SLICE,
	type ServerDatabase
} from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';

/**
 * Makes the deliveries of the next 5,000 subscriptions and moves the cursor past them, both in the
 * caller's transaction: a process that is killed leaves no half slice. Gives how many it made.
 */
export async function fanOut(
	{ now }: ServerDatabase,
	tx: Tx,
	{ edition, cursor }: { readonly edition: number; readonly cursor: number }
): Promise<number> {
	const full = await tx
		.selectFrom('subscription')
		.select('id')
		.where('id', '>', cursor)
		.orderBy('id')
		.limit(1)
		.offset(SLICE - 1)
		.executeTakeFirst();
	const last = full?.id ?? (await lastSubscription(tx)) ?? cursor;
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('delivery')
		.columns(['subscription_id', 'edition', 'push_service_id', 'due_at'])
		.expression((db) =>
			db
				.selectFrom('subscription')
				.select([
					'id',
					sql<number>`${edition}`.as('edition'),
					'push_service_id',
					now().as('due_at')
				])
				.where('id', '>', cursor)
				.where('id', '<=', last)
				.where('refusals', '<', QUARANTINE_REFUSALS)
				.orderBy('id')
		)
		.onConflict((row) => row.doNothing())
		.executeTakeFirstOrThrow();
	await tx
		.updateTable('edition_announcement')
		.set({ cursor: last, is_fanned_out: full ? 0 : 1 })
		.where('edition', '=', edition)
		.execute();
	return Number(numInsertedOrUpdatedRows ?? 0);
}

async function lastSubscription(tx: Tx): Promise<number | null> {
	const { last } = await tx
		.selectFrom('subscription')
		.select(({ fn }) => fn.max('id').as('last'))
		.executeTakeFirstOrThrow();
	return last;
}
