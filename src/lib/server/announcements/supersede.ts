import type { Severity } from '#lib/push/notice.ts';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';

/**
 * Ends older announcements in these states, which a newer one makes pointless: phones fetch the newest
 * edition, whichever they are notified of. A routine announcement does not end a critical one. Gives
 * the editions of those that ended.
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
