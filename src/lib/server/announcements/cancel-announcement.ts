import { fail, ok } from '#lib/edition/result.ts';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import type { Announcements } from './announcements.ts';
import { findProgress } from './read-progress.ts';

/** Marks an announcement as cancelled. From then on nothing of it is leased; `advance` deletes the rest. */
export function createCancel(db: ServerDatabase): Announcements['cancel'] {
	return ({ edition, sha256 }) =>
		inTransaction(db, async (tx) => {
			await tx
				.updateTable('edition_announcement')
				.set({ state: 'cancelled', finished_at: db.now() })
				.where('edition', '=', edition)
				.where('sha256', '=', sha256)
				.where('state', 'in', ['held', 'sending'])
				.execute();
			const found = await findProgress(tx, edition);
			if (!found) return fail('not-found');
			if (found.sha256 !== sha256) return fail('conflict');
			return found.state === 'cancelled' ? ok(found) : fail('finished');
		});
}
