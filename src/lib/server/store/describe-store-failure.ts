import { SQLITE, sqliteCode } from '#lib/server/database/sqlite-codes.ts';
import type { DatabaseSettings } from '#lib/server/database/open-database.ts';

const AFTER = 'Pages and editions are served meanwhile; notices wait, and go on by themselves.';

/** What is wrong with the database and what to do, for the operator. Contains no password or address. */
export function describeStoreFailure(
	{ databaseUrl, databaseFile }: DatabaseSettings,
	error: unknown
): string {
	const what =
		databaseUrl === undefined ? ofSqlite(databaseFile, error) : ofPostgres(error as ErrorLike);
	return `${what} ${AFTER}`;
}

type ErrorLike = { readonly code?: unknown; readonly message?: unknown } | null | undefined;

function ofSqlite(file: string, error: unknown): string {
	switch (sqliteCode(error)) {
		case SQLITE.corrupt:
		case SQLITE.notADatabase:
			return `The database ${file} is damaged, or is no database. Put a backup in its place, or move it away: an empty one is made, and phones come back within 40 days. See "Backups" in docs/operate.md.`;
		case SQLITE.busy:
		case SQLITE.locked:
			return `The database ${file} is locked by another process. Which one has it open?`;
		case SQLITE.full:
			return `The disk of the database ${file} is full. Make room.`;
		case SQLITE.ioError:
			return `The disk of the database ${file} fails. Look at the disk.`;
		case SQLITE.readOnly:
		case SQLITE.cannotOpen:
			return cannotOpen(file, 'it may not be written');
		case undefined:
		default:
			return ofFolder(file, error as ErrorLike);
	}
}

function ofFolder(file: string, error: ErrorLike): string {
	const code = error?.code;
	if (code === 'ENOSPC') return `The disk of the database ${file} is full. Make room.`;
	if (typeof code === 'string') return cannotOpen(file, code);
	// our own message: a newer release has migrated the database
	return String(error?.message);
}

const cannotOpen = (file: string, why: string): string =>
	`The database ${file} cannot be opened (${why}). It and its folder must be writable: see DATABASE_FILE in docs/operate.md.`;

/** Leaves out the address and the driver's message, which could quote the password. */
function ofPostgres(error: ErrorLike): string {
	const code = error?.code;
	const words = String(error?.message);
	// our own message has no code
	if (code === undefined && words.startsWith('The database is of version')) return words;
	if (code === '3D000') return 'The database of DATABASE_URL does not exist. Make it: createdb.';
	if (typeof code === 'string' && code.startsWith('28')) {
		return `PostgreSQL refuses the user or the password of DATABASE_URL (${code}).`;
	}
	const why = typeof code === 'string' ? code : 'no answer';
	return `The database of DATABASE_URL cannot be opened (${why}). Is it running, and is the address right?`;
}
