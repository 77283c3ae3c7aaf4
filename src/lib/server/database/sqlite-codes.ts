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

/** Of an error of SQLite; an extended code has the primary one in its lowest byte. */
export function sqliteCode(error: unknown): number | undefined {
	const { errcode } = (error ?? {}) as { errcode?: unknown };
	return typeof errcode === 'number' ? errcode & 0xff : undefined;
}
