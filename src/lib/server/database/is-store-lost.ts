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
 * Whether a file must be opened anew before it can work again: its disk or its folder was away, or a
 * backup is put in its place. PostgreSQL's connections are replaced by their pool.
 */
export const isStoreLost = (error: unknown): boolean =>
	LOST.has(sqliteCode(error)) || (error as { code?: unknown } | null)?.code === THREAD_ENDED;
