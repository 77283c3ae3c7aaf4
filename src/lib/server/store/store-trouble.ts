/** `full`: no room on the disk. `busy`: another process holds the file. `unreachable`: no answer. */
export type StoreTrouble = 'full' | 'busy' | 'unreachable';

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const BY_CODE: Readonly<Record<string, StoreTrouble>> = {
	// PostgreSQL: disk_full, too_many_connections, lock_not_available, admin and crash shutdown, cannot_connect_now
	'53100': 'full',
	'53300': 'busy',
	'55P03': 'busy',
	'57P01': 'unreachable',
	'57P02': 'unreachable',
	'57P03': 'unreachable',
	ENOSPC: 'full',
	ECONNREFUSED: 'unreachable',
	ECONNRESET: 'unreachable',
	ENOTFOUND: 'unreachable',
	ETIMEDOUT: 'unreachable'
};

/**
 * What an operator can do something about, of the errors that a store throws: worth an answer "try
 * later" and an alert. `undefined`: it is a bug.
 */
export function readStoreTrouble(error: unknown): StoreTrouble | undefined {
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };
	if (typeof errcode === 'number') {
		// the lowest eight bits are the kind, the others its detail
		const kind = errcode & 0xff;
		if (kind === SQLITE_FULL) return 'full';
		return kind === SQLITE_BUSY ? 'busy' : undefined;
	}
	return typeof code === 'string' ? BY_CODE[code] : undefined;
}
