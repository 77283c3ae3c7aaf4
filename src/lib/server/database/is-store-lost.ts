import { SQLITE, sqliteCode } from './sqlite-codes.ts';
import { THREAD_ENDED } from './sqlite-link.ts';

const LOST = new Set<number | undefined>([
	SQLITE.readOnly,
	SQLITE.ioError,
	SQLITE.corrupt,
	SQLITE.cannotOpen,
	SQLITE.notADatabase
]);

/**
 * Whether the database file has to be reopened to work again: its disk or folder was gone, or a backup
 * has taken its place. PostgreSQL needs none of this: its pool replaces broken connections.
 */
export const isStoreLost = (error: unknown): boolean =>
	LOST.has(sqliteCode(error)) || (error as { code?: unknown } | null)?.code === THREAD_ENDED;
