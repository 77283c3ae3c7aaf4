import type { ServerDatabase } from './server-database.ts';
import type { Tx } from './server-schema.ts';

/** PostgreSQL's codes of a deadlock and a serialization failure: another transaction won, so retry. */
const PASSING = new Set(['40P01', '40001']);
const TRIES = 4;

/** Runs `work` in one transaction: all of it or nothing, and durable once the promise resolves. */
export async function inTransaction<T>(
	{ query }: ServerDatabase,
	work: (tx: Tx) => Promise<T>
): Promise<T> {
	for (let left = TRIES; ; left -= 1) {
		try {
			return await query.transaction().execute(work);
		} catch (error) {
			const { code } = error as { code?: unknown };
			if (left <= 1 || typeof code !== 'string' || !PASSING.has(code)) throw error;
		}
	}
}
