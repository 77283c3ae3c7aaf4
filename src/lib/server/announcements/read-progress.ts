import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { Query, Schema } from '#lib/server/database/server-schema.ts';
import type { AnnouncementProgress } from './announcements.ts';
import type { DeliveryEnd } from '#lib/server/database/server-schema.ts';

const NONE: Readonly<Record<DeliveryEnd, number>> = {
	sent: 0,
	gone: 0,
	suspect: 0,
	quarantine: 0,
	failed: 0,
	expired: 0,
	ended: 0
};
const Approvals = v.pipe(v.string(), v.parseJson(), v.array(v.string()));
const toInstant = (ms: number): string => new Date(ms).toISOString();

export async function findProgress(
	query: Query,
	edition: number
): Promise<AnnouncementProgress | undefined> {
	const row = await query
		.selectFrom('edition_announcement')
		.selectAll()
		.where('edition', '=', edition)
		.executeTakeFirst();
	return row && toProgress(query, row);
}

/** The newest edition first. */
export async function listProgress(query: Query, limit: number): Promise<AnnouncementProgress[]> {
	const rows = await query
		.selectFrom('edition_announcement')
		.selectAll()
		.orderBy('edition', 'desc')
		.limit(limit)
		.execute();
	const progress: AnnouncementProgress[] = [];
	for (const row of rows) progress.push(await toProgress(query, row));
	return progress;
}

type Row = Selectable<Schema['edition_announcement']>;

async function toProgress(query: Query, row: Row): Promise<AnnouncementProgress> {
	const { edition, sha256, severity, state } = row;
	const tallies = await query
		.selectFrom('delivery_tally')
		.select(['ending', 'count'])
		.where('edition', '=', edition)
		.execute();
	const isActive = row.is_settled === 0;
	return {
		edition,
		sha256,
		severity,
		state,
		approvals: v.parse(Approvals, row.approvals),
		acceptedAt: toInstant(row.accepted_at),
		heldUntil: toInstant(row.held_until),
		expiresAt: toInstant(row.expires_at),
		finishedAt: row.finished_at === null ? null : toInstant(row.finished_at),
		isFannedOut: row.is_fanned_out === 1,
		waiting: isActive ? await countWaiting(query, edition) : 0,
		ended: { ...NONE, ...Object.fromEntries(tallies.map((it) => [it.ending, it.count])) }
	};
}

async function countWaiting(query: Query, edition: number): Promise<number> {
	const { count } = await query
		.selectFrom('delivery')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('edition', '=', edition)
		.executeTakeFirstOrThrow();
	return count;
}
