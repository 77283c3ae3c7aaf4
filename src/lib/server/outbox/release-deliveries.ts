import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import { atAttempt } from './at-attempt.ts';
import type { LeasedDelivery } from './outbox.ts';

/** Gives back deliveries that were not sent: due at once, and the attempt is not counted. */
export async function releaseDeliveries(
	db: ServerDatabase,
	deliveries: readonly LeasedDelivery[]
): Promise<void> {
	if (deliveries.length === 0) return;
	const alike = Map.groupBy(
		deliveries,
		({ attempt, notice }) => `${String(notice.edition)} ${String(attempt)}`
	);
	await inTransaction(db, async (tx) => {
		for (const group of [...alike.values()]) {
			const [first] = group;
			if (!first) continue;
			await tx
				.updateTable('delivery')
				.set(({ eb }) => ({ attempts: eb('attempts', '-', 1), due_at: db.now(), lease_until: 0 }))
				.where(
					atAttempt(db, {
						edition: first.notice.edition,
						attempt: first.attempt,
						subscriptionIds: group.map(({ subscriptionId }) => Number(subscriptionId))
					})
				)
				.execute();
		}
	});
}
