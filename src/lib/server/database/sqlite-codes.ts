/** SQLite's primary result codes: https://sqlite.org/rescode.html */
export const SQLITE = {
	busy: 5,
	locked: 6,
	readOnly: 8,
	ioError: 10,
	corrupt: 11,
	full: 13,
	cannotOpen: 14,
	notADatabase: 26
} as const;

/** The primary result code of an error: the lowest byte of an extended code. */
export function sqliteCode(error: unknown): number | undefined {
	const { errcode } = (error ?? {}) as { errcode?: unknown };
	return typeof errcode === 'number' ? errcode & 0xff : undefined;
}
