import type { ServerDatabase } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { StoreSettings } from '#lib/server/store/store.ts';

/** The database that the settings name, as it is: not migrated. */
export function openDatabase(
	{ databaseUrl, databaseFile }: StoreSettings,
	skewMs: () => number = () => 0
): Promise<ServerDatabase> {
	if (databaseUrl !== undefined) return openPostgres(databaseUrl, skewMs);
	return openSqlite(databaseFile, () => Date.now() + skewMs());
}
