import { sql } from 'kysely';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { createLease } from './lease-deliveries.ts';
import type { Outbox } from './outbox.ts';
import { releaseDeliveries } from './release-deliveries.ts';
import { settleGroup } from './settle-group.ts';
import { settleInGroups } from './settle-in-groups.ts';

/** The outbox of a database. `settled` resolves when every outcome that was given is stored. */
export function createOutbox(
	db: ServerDatabase
): Outbox & { readonly settled: () => Promise<void> } {
	const { settle, settled } = settleInGroups((group) => settleGroup(db, group));
	return {
		leaseDeliveries: createLease(db),
		settleDelivery: settle,
		releaseDeliveries: (deliveries) => releaseDeliveries(db, deliveries),
		settled,
		async countSucceeded() {
			const rows = await db.query
				.selectFrom('subscription')
				.innerJoin('push_service', 'push_service.id', 'subscription.push_service_id')
				.select(({ fn }) => ['push_service.origin', fn.countAll<number>().as('count')])
				.where('has_succeeded', '=', sql.lit(1))
				.groupBy('push_service.origin')
				.execute();
			return new Map(rows.map(({ origin, count }) => [origin, count]));
		}
	};
}
