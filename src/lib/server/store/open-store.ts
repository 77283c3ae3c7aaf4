import { createAnnouncements } from '#lib/server/announcements/create-announcements.ts';
import { createOutbox } from '#lib/server/outbox/create-outbox.ts';
import { createStatistics } from '#lib/server/statistics/create-statistics.ts';
import { migrate } from '#lib/server/database/migrations/migrate.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import type { Store, StoreSettings } from './store.ts';
import { createSubscriptions } from '#lib/server/subscriptions/create-subscriptions.ts';

/** Opens the database, migrates it, and gives the store over it. `skewMs` shifts the clock, for tests. */
export async function openStore(
	settings: StoreSettings,
	skewMs: () => number = () => 0
): Promise<Store> {
	const db = await openDatabase(settings, skewMs);
	try {
		await migrate(db);
	} catch (error) {
		await db.query.destroy();
		throw error;
	}
	const outbox = createOutbox(db);
	return {
		engine: db.engine,
		subscriptions: createSubscriptions(db, () => Date.now() + skewMs(), settings),
		announcements: createAnnouncements(db),
		outbox,
		statistics: createStatistics(db),
		ping: async () => {
			await db.query.selectFrom('schema_version').select('version').executeTakeFirstOrThrow();
		},
		close: async () => {
			await outbox.settled();
			await db.query.destroy();
		}
	};
}
