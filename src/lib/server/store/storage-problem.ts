import { THREAD_ENDED } from '#lib/server/database/sqlite-link.ts';
import { SQLITE, sqliteCode } from '#lib/server/database/sqlite-codes.ts';

export type StorageProblem = 'storage-full' | 'storage-damaged' | 'storage-away' | 'unexpected';

const OWN: ReadonlySet<unknown> = new Set<StorageProblem>([
	'storage-full',
	'storage-damaged',
	'storage-away'
]);
const OF_SQLITE: ReadonlyMap<number, StorageProblem> = new Map([
	[SQLITE.full, 'storage-full'],
	[SQLITE.corrupt, 'storage-damaged'],
	[SQLITE.notADatabase, 'storage-damaged'],
	[SQLITE.busy, 'storage-away'],
	[SQLITE.locked, 'storage-away'],
	[SQLITE.readOnly, 'storage-away'],
	[SQLITE.ioError, 'storage-away'],
	[SQLITE.cannotOpen, 'storage-away']
]);
/**
 * PostgreSQL's error codes (its Appendix A). Full: disk or memory. Away: connection, credentials, no
 * such database, statement timeout, shutdown, too many connections.
 */
const POSTGRES_FULL = new Set(['53100', '53200']);
const POSTGRES_AWAY = /^(08...|28...|3D000|57014|57P0.|53300)$/;
const AWAY = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ECONNABORTED',
	'ETIMEDOUT',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EPIPE',
	THREAD_ENDED
]);
/** Errors of the PostgreSQL driver that have no code. */
const DRIVER_AWAY = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** What a failure of the database means for a caller of the API. */
export function storageProblem(error: unknown): StorageProblem {
	const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
	if (OWN.has(code)) return code as StorageProblem;
	const ofSqlite = OF_SQLITE.get(sqliteCode(error) ?? -1);
	if (ofSqlite) return ofSqlite;
	if (code === 'ENOSPC') return 'storage-full';
	if (typeof code !== 'string')
		return DRIVER_AWAY.test(String(message)) ? 'storage-away' : 'unexpected';
	if (POSTGRES_FULL.has(code)) return 'storage-full';
	return POSTGRES_AWAY.test(code) || AWAY.has(code) ? 'storage-away' : 'unexpected';
}
