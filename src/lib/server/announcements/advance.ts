import { sql, type Selectable } from 'kysely';
import { HOUR_MS } from '#lib/edition/durations.ts';
import { readNow, type ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Schema, Tx } from '#lib/server/database/server-schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import type { Announcements, AnnouncementStep } from './announcements.ts';
import { fanOut } from './fan-out.ts';
import { runMaintenance } from './run-maintenance.ts';
import { supersede } from './supersede.ts';
import { sweep } from './sweep.ts';

/** An announcement lives 48 hours at most. If it is held for longer, a clock was ahead. */
const MAX_HOLD_MS = 48 * HOUR_MS;

type Row = Selectable<Schema['edition_announcement']>;

/** Does one step for each announcement that is not settled, each in a transaction of its own. */
export function createAdvance(db: ServerDatabase): Announcements['advance'] {
	return async () => {
		const steps: AnnouncementStep[] = await runMaintenance(db);
		const unsettled = await db.query
			.selectFrom('edition_announcement')
			.select('edition')
			.where('is_settled', '=', 0)
			// alphabetical order puts "critical" before "routine"
			.orderBy('severity')
			.orderBy('edition')
			.execute();
		for (const { edition } of unsettled) {
			steps.push(...(await inTransaction(db, (tx) => advanceOne(db, tx, edition))));
		}
		// after a step there may be another one
		return { isBusy: steps.length > 0, steps };
	};
}

async function advanceOne(
	db: ServerDatabase,
	tx: Tx,
	edition: number
): Promise<AnnouncementStep[]> {
	const row = await tx
		.selectFrom('edition_announcement')
		.selectAll()
		.where('edition', '=', edition)
		// if another process works on it, there is nothing to wait for
		.$if(db.engine === 'postgres', (it) => it.forUpdate().skipLocked())
		.executeTakeFirst();
	if (!row) return [];
	const now = await readNow(db, tx);
	switch (row.state) {
		case 'held':
			if (row.expires_at <= now) return finish(tx, row, 'expired', now);
			if (row.held_until > now && row.held_until <= now + MAX_HOLD_MS) return [];
			return release(db, tx, row);
		case 'sending':
			if (row.expires_at <= now) return finish(tx, row, 'expired', now);
			if (row.is_fanned_out === 0) {
				return [{ edition, step: 'fanned-out', count: await fanOut(db, tx, row) }];
			}
			return (await hasDelivery(tx, edition)) ? [] : finish(tx, row, 'done', now);
		case 'done':
		case 'cancelled':
		case 'expired':
		case 'superseded': {
			const count = await sweep(db, tx, row);
			if (count > 0) return [{ edition, step: row.state, count }];
			if (!(await hasDelivery(tx, edition))) await settle(tx, edition);
			return [];
		}
	}
}

async function release(db: ServerDatabase, tx: Tx, row: Row): Promise<AnnouncementStep[]> {
	const { edition } = row;
	await tx
		.updateTable('edition_announcement')
		.set({ state: 'sending', released_at: sql`coalesce(released_at, ${db.now()})` })
		.where('edition', '=', edition)
		.execute();
	const older = await supersede(db, tx, row, ['held', 'sending']);
	return [
		{ edition, step: 'sending', count: 0 },
		...older.map((it): AnnouncementStep => ({ edition: it, step: 'superseded', count: 0 }))
	];
}

async function finish(
	tx: Tx,
	{ edition }: Row,
	state: 'done' | 'expired',
	now: number
): Promise<AnnouncementStep[]> {
	await tx
		.updateTable('edition_announcement')
		.set({ state, finished_at: now, is_settled: state === 'done' ? 1 : 0 })
		.where('edition', '=', edition)
		.execute();
	return [{ edition, step: state, count: 0 }];
}

async function settle(tx: Tx, edition: number): Promise<void> {
	await tx
		.updateTable('edition_announcement')
		.set({ is_settled: 1 })
		.where('edition', '=', edition)
		.execute();
}

async function hasDelivery(tx: Tx, edition: number): Promise<boolean> {
	const one = await tx
		.selectFrom('delivery')
		.select('edition')
		.where('edition', '=', edition)
		.limit(1)
		.executeTakeFirst();
	return one !== undefined;
}
