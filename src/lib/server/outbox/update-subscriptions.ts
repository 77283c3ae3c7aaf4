import { sql } from 'kysely';
import type { Tx } from '#lib/server/database/server-schema.ts';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { DeliveryOutcome } from './outbox.ts';

/** How a delivery ends: as the sender said, or too late to be tried again. */
export type Ending = DeliveryOutcome['kind'] | 'expired';

/**
 * What an ending means for the subscriptions `ids`. Of those that are tried again, `failed` are the
 * ones whose push service failed.
 */
export async function updateSubscriptions(
	{ isAmong, now }: ServerDatabase,
	tx: Tx,
	ending: Ending,
	ids: readonly number[],
	failed: readonly number[]
): Promise<void> {
	if (ids.length === 0) return;
	const these = isAmong('id', ids);
	switch (ending) {
		case 'sent': {
			const changed = await tx
				.updateTable('subscription')
				.set({ failures: 0, refusals: 0, has_succeeded: 1, suspect_since: null })
				.where(these)
				// most rows need no change, and an update writes them all the same
				.where(
					sql<boolean>`(has_succeeded = 0 or failures > 0 or refusals > 0 or suspect_since is not null)`
				)
				.returning('push_service_id')
				.execute();
			await markAccepted(tx, new Set(changed.map(({ push_service_id }) => push_service_id)));
			return;
		}
		case 'gone':
			await tx.deleteFrom('subscription').where(these).execute();
			return;
		case 'suspect':
			await tx
				.updateTable('subscription')
				.set({ suspect_since: sql`coalesce(suspect_since, ${now()})` })
				.where(these)
				.execute();
			return;
		case 'quarantine':
			await tx
				.updateTable('subscription')
				.set(({ eb }) => ({ refusals: eb('refusals', '+', 1) }))
				.where(these)
				.execute();
			return;
		case 'retry':
		case 'expired':
			await tx
				.updateTable('subscription')
				.set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
				.where(isAmong('id', failed))
				.execute();
			return;
		case 'failed':
			return;
	}
}

/**
 * Marks push services as real, because they accepted a message. There are few of them each time: most
 * subscriptions have had a message accepted before.
 */
async function markAccepted(tx: Tx, pushServices: ReadonlySet<number>): Promise<void> {
	for (const id of [...pushServices].sort((a, b) => a - b)) {
		await tx
			.updateTable('push_service')
			.set({ has_accepted: 1 })
			.where('id', '=', id)
			.where('has_accepted', '=', 0)
			.execute();
	}
}
