import { MINUTE_MS } from '#lib/edition/durations.ts';
import { AWAY_MS, MAX_DELAY_MS, MAX_LEASE_MS } from '#lib/server/outbox/bounds.ts';
import { readNow, type ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import type { AnnouncementStep } from './announcements.ts';

const INTERVAL_MS = MINUTE_MS;
const HOLD_AGAIN_MS = 10 * MINUTE_MS;

/** Runs once a minute, in one of the processes: notices a restored backup, or a clock that jumped. */
export async function runMaintenance(db: ServerDatabase): Promise<AnnouncementStep[]> {
	const last = await db.query.selectFrom('caretaking').select('last_at').executeTakeFirst();
	const now = await readNow(db, db.query);
	if (last && last.last_at > now - INTERVAL_MS && last.last_at <= now) return [];
	return inTransaction(db, async (tx) => {
		await tx
			.insertInto('caretaking')
			.values({ id: 1, last_at: now })
			.onConflict((row) => row.column('id').doUpdateSet({ last_at: now }))
			.execute();
		await freeStranded(db, tx);
		return last && last.last_at < now - AWAY_MS ? holdAgain(tx, now) : [];
	});
}

/**
 * A backup does not know what was cancelled after it was made. So what is being sent is held once
 * more, and can be cancelled again.
 */
async function holdAgain(tx: Tx, now: number): Promise<AnnouncementStep[]> {
	const held = await tx
		.updateTable('edition_announcement')
		.set({ state: 'held', held_until: now + HOLD_AGAIN_MS })
		.where((eb) =>
			eb.or([
				eb('state', '=', 'sending'),
				eb.and([eb('state', '=', 'held'), eb('held_until', '<', now + HOLD_AGAIN_MS)])
			])
		)
		.returning('edition')
		.execute();
	return held.map(({ edition }) => ({ edition, step: 'held-again', count: 0 }));
}

/** Makes due now what has a lease or a due time beyond the maximum: a clock was ahead when it was set. */
async function freeStranded({ now }: ServerDatabase, tx: Tx): Promise<void> {
	await tx
		.updateTable('delivery')
		.set({ due_at: now(), lease_until: 0 })
		.where('edition', 'in', (db) =>
			db.selectFrom('edition_announcement').select('edition').where('state', '=', 'sending')
		)
		.where('push_service_id', 'in', (db) => db.selectFrom('push_service').select('id'))
		.where('due_at', '>', ({ eb }) => eb(now(), '+', MAX_LEASE_MS))
		.where((eb) =>
			eb.or([
				eb('lease_until', '>', eb(now(), '+', MAX_LEASE_MS)),
				eb('due_at', '>', eb(now(), '+', MAX_DELAY_MS))
			])
		)
		.execute();
}
