import { sql } from 'kysely';
import { DAY_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import { instantMs } from '#lib/edition/dates.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { readNow, type ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import type {
	AcceptRefusal,
	AnnouncementProgress,
	Announcements,
	VerifiedRequest
} from './announcements.ts';
import { findProgress } from './read-progress.ts';
import { supersede } from './supersede.ts';

/** The key of an advisory lock, any number that never changes: one announcement is accepted at a time. */
const LOCK = 7_203_115;

type Accepted = { readonly isNew: boolean; readonly announcement: AnnouncementProgress };

/** Checks and inserts in one transaction, so that two processes cannot both accept. */
export function createAccept(db: ServerDatabase): Announcements['accept'] {
	return (request) =>
		inTransaction(db, async (tx): Promise<Result<Accepted, AcceptRefusal>> => {
			if (db.engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
			const { announcement } = request;
			const known = await findProgress(tx, announcement.edition);
			if (known) {
				const isSame =
					known.sha256 === announcement.sha256 && known.severity === announcement.severity;
				return isSame ? ok({ isNew: false, announcement: known }) : fail('conflict');
			}
			const refusal = await keep(db, tx, request);
			if (refusal) return fail(refusal);
			const kept = await findProgress(tx, announcement.edition);
			if (!kept) throw new Error('An announcement is not there after it was written');
			return ok({ isNew: true, announcement: kept });
		});
}

async function keep(
	db: ServerDatabase,
	tx: Tx,
	{ announcement, approvals, holdMinutes }: VerifiedRequest
): Promise<AcceptRefusal | undefined> {
	const { edition, sha256, severity, proof } = announcement;
	const now = await readNow(db, tx);
	const expiresAt = instantMs(announcement.expires);
	if (!(expiresAt > now)) return 'expired';
	if (await hasNewer(tx, edition)) return 'older-edition';

	const heldUntil = now + holdMinutes * MINUTE_MS;
	const free = severity === 'routine' ? await routineAllowedAt(tx, now) : now;
	if (Math.max(heldUntil, free) >= expiresAt) return 'too-soon';
	await tx
		.insertInto('edition_announcement')
		.values({
			edition,
			sha256,
			severity,
			proof,
			approvals: JSON.stringify(approvals),
			state: 'held',
			accepted_at: now,
			held_until: Math.max(heldUntil, free),
			expires_at: expiresAt,
			released_at: null,
			finished_at: null
		})
		.execute();
	// two editions within a minute become one notice, about the newer one
	await supersede(db, tx, { edition, severity }, ['held']);
	return undefined;
}

/** Whether a newer edition was announced: an old announcement must not be replayed after it. */
async function hasNewer(tx: Tx, edition: number): Promise<boolean> {
	const newer = await tx
		.selectFrom('edition_announcement')
		.select('edition')
		.where('edition', '>', edition)
		.limit(1)
		.executeTakeFirst();
	return newer !== undefined;
}

/** When the next routine notice may go out, one in 24 hours. A clock that was ahead costs one day. */
async function routineAllowedAt(tx: Tx, now: number): Promise<number> {
	const { last } = await tx
		.selectFrom('edition_announcement')
		.select(({ fn }) => fn.max('released_at').as('last'))
		.where('severity', '=', 'routine')
		.executeTakeFirstOrThrow();
	return last === null ? now : Math.min(last, now) + DAY_MS;
}
