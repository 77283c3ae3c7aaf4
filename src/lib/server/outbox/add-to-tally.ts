import type { DeliveryEnd } from '#lib/server/database/server-schema.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';

/** Counts deliveries of an edition that have ended. Their rows are deleted in the same transaction. */
export async function addToTally(
	tx: Tx,
	edition: number,
	ending: DeliveryEnd,
	count: number
): Promise<void> {
	if (count === 0) return;
	await tx
		.insertInto('delivery_tally')
		.values({ edition, ending, count })
		.onConflict((row) =>
			row.columns(['edition', 'ending']).doUpdateSet(({ eb }) => ({
				count: eb('delivery_tally.count', '+', count)
			}))
		)
		.execute();
}
