import { sql } from 'kysely';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import type { Migration } from './migration.ts';
import { migrate0001 } from './0001-subscriptions.ts';
import { migrate0002 } from './0002-announcements.ts';
import { migrate0003 } from './0003-outbox.ts';
import { migrate0004 } from './0004-token-index.ts';
import { migrate0005 } from './0005-one-spelling.ts';
import { migrate0006 } from './0006-has-accepted.ts';

/** Only append, and never edit one: databases may be many versions behind. */
export const migrations: readonly Migration[] = [
	migrate0001,
	migrate0002,
	migrate0003,
	migrate0004,
	migrate0005,
	migrate0006
];

/** The key of the advisory lock: any number that never changes. */
const LOCK = 7_203_114;

/**
 * Brings the database to the newest version, or to `target` for tests, in one transaction. Processes
 * that start at the same time wait for each other. Throws if a newer release has migrated it.
 */
export async function migrate(db: ServerDatabase, target = migrations.length): Promise<void> {
	await inTransaction(db, async (tx) => {
		if (db.engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
		await sql`create table if not exists schema_version (version integer not null)`.execute(tx);
		const { version = 0 } =
			(await tx.selectFrom('schema_version').selectAll().executeTakeFirst()) ?? {};
		if (version > migrations.length) {
			throw new Error(
				`The database is of version ${version}, this release knows ${migrations.length}. ` +
					'Start the release that last used it, or restore an older backup.'
			);
		}
		if (version >= target) return;
		for (const step of migrations.slice(version, target)) await step(tx, db.engine);
		await tx.deleteFrom('schema_version').execute();
		await tx.insertInto('schema_version').values({ version: target }).execute();
	});
}
