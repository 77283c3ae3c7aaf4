import type { Severity } from '#lib/push/notice.ts';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/schema.ts';

/**
 * Ends the older announcements in these states that the newer one makes pointless: a phone fetches
 * the newest edition whatever it was told of. A critical notice is never replaced by a routine one.
 * Gives their editions.
 */
export async function supersede(
	{ now }: ServerDatabase,
	tx: Tx,
	{ edition, severity }: { readonly edition: number; readonly severity: Severity },
	states: readonly ('held' | 'sending')[]
): Promise<number[]> {
	const rows = await tx
		.updateTable('edition_announcement')
		.set({ state: 'superseded', finished_at: now() })
		.where('edition', '<', edition)
		.where('state', 'in', states)
		.where('severity', 'in', severity === 'critical' ? ['routine', 'critical'] : ['routine'])
		.returning('edition')
		.execute();
	return rows.map((row) => row.edition);
}
