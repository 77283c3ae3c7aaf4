import type { ServerDatabase } from './server-database.ts';
import type { Tx } from './schema.ts';

/** Deadlock and serialization failure of PostgreSQL: the other one went first, so go again. */
const PASSING = new Set(['40P01', '40001']);
const TRIES = 4;

/** Runs `work` in one transaction: whole or not at all, and on disk when this ends. */
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
