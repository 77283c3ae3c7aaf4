import type { ServerDatabase } from './server-database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Which database: `databaseUrl` (PostgreSQL) comes before `databaseFile` (SQLite). */
export interface DatabaseSettings {
	readonly databaseUrl?: string | undefined;
	readonly databaseFile: string;
}

/** Opens the database that the settings name, without migrating it. */
export function openDatabase(
	{ databaseUrl, databaseFile }: DatabaseSettings,
	skewMs: () => number = () => 0
): Promise<ServerDatabase> {
	if (databaseUrl !== undefined) return openPostgres(databaseUrl, skewMs);
	return openSqlite(databaseFile, () => Date.now() + skewMs());
}
