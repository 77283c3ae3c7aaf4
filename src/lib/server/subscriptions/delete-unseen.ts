import { SLICE, type ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import { yearBefore } from './month.ts';

/** Deletes a slice of those last seen more than 12 whole months before `month`. Gives how many. */
export function deleteUnseen(db: ServerDatabase, month: string): Promise<number> {
	return inTransaction(db, async (tx) => {
		const unseen = await tx
			.selectFrom('subscription')
			.select('id')
			.where('last_seen_month', '<', yearBefore(month))
			.limit(SLICE)
			.$if(db.engine === 'postgres', (row) => row.forUpdate().skipLocked())
			.execute();
		await tx
			.deleteFrom('subscription')
			.where(
				db.isAmong(
					'id',
					unseen.map(({ id }) => id)
				)
			)
			.execute();
		if (unseen.length === 0) await deleteUnusedPushServices(db, tx);
		return unseen.length;
	});
}

/** Deletes push services that have no subscriptions any more. */
export async function deleteUnusedPushServices({ engine }: ServerDatabase, tx: Tx): Promise<void> {
	const unused = await tx
		.selectFrom('push_service')
		.select('id')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('subscription')
						.select('subscription.id')
						.whereRef('subscription.push_service_id', '=', 'push_service.id')
				)
			)
		)
		.$if(engine === 'postgres', (row) => row.forUpdate().skipLocked())
		.execute();
	for (const { id } of unused) await tx.deleteFrom('push_service').where('id', '=', id).execute();
}
