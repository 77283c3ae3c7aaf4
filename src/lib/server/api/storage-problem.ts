/** SQLite's primary result codes (https://sqlite.org/rescode.html). */
const SQLITE_FULL = 13;
const SQLITE_AWAY = new Set([5, 6, 10, 14]);
/** PostgreSQL's classes (Appendix A): disk full; connection, shutting down, too many connections. */
const POSTGRES_FULL = new Set(['53100', '53200']);
const POSTGRES_AWAY = /^(08...|57P0.|53300)$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE']);

/** What a failure of the database means for whoever asked. */
export function storageProblem(error: unknown): 'storage-full' | 'storage-away' | 'unexpected' {
	const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
	// an extended code of SQLite has the primary one in its lowest byte
	const primary = typeof errcode === 'number' ? errcode & 0xff : undefined;
	if (primary === SQLITE_FULL || code === 'ENOSPC') return 'storage-full';
	if (primary !== undefined && SQLITE_AWAY.has(primary)) return 'storage-away';
	if (typeof code !== 'string') return 'unexpected';
	if (POSTGRES_FULL.has(code)) return 'storage-full';
	return POSTGRES_AWAY.test(code) || NETWORK.has(code) ? 'storage-away' : 'unexpected';
}
