import { sql } from 'kysely';
import {
	readNow,
	unindexedEdition,
	type ServerDatabase
} from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import { addToTally } from './add-to-tally.ts';
import { MAX_DELAY_MS } from './limits.ts';
import type { DeliveryOutcome } from './outbox.ts';
import type { Settlement } from './settle-in-groups.ts';

type End = Exclude<DeliveryOutcome['kind'], 'retry'> | 'expired';

/** Deliveries of one edition at the same attempt that end alike: one statement serves them all. */
interface Alike {
	readonly edition: number;
	readonly attempt: number;
	readonly end: End | 'retry';
	readonly entries: { readonly id: number; readonly dueAt: number; readonly counts: boolean }[];
}

const keyOf = (edition: number, id: number): string => `${String(edition)}/${String(id)}`;

/**
 * Writes how tries ended, and what that does to subscriptions, in one transaction. Gives for each
 * whether it was still the caller's.
 */
export async function settleGroup(
	db: ServerDatabase,
	group: readonly Settlement[]
): Promise<boolean[]> {
	// a due time of the sender's clock, as a delay: the database has its own
	const delays = group.map(({ outcome }) =>
		outcome.kind === 'retry' ? Date.parse(outcome.dueAt) - Date.now() : 0
	);
	const settled = await inTransaction(db, async (tx) => {
		const now = await readNow(db, tx);
		const keys = new Set<string>();
		for (const alike of sortAlike(group, delays, now)) {
			const ids = alike.end === 'retry' ? await retry(db, tx, alike) : await end(db, tx, alike);
			for (const id of ids) keys.add(keyOf(alike.edition, id));
			await updateSubscriptions(db, tx, alike, ids);
		}
		return keys;
	});
	return group.map(({ delivery }) =>
		settled.has(keyOf(delivery.notice.edition, Number(delivery.subscriptionId)))
	);
}

/** In one order, always: two senders that wait for each other's rows would wait in vain. */
function sortAlike(group: readonly Settlement[], delays: readonly number[], now: number): Alike[] {
	const all = new Map<string, Alike>();
	group.forEach(({ delivery, outcome }, index) => {
		const { edition } = delivery.notice;
		const dueAt = now + Math.min(Math.max(delays[index] ?? 0, 0), MAX_DELAY_MS);
		const isLate = outcome.kind === 'retry' && dueAt >= Date.parse(delivery.expiresAt);
		const end = isLate ? 'expired' : outcome.kind;
		const key = `${String(edition)} ${end} ${String(delivery.attempt)}`;
		const alike = all.get(key) ?? { edition, attempt: delivery.attempt, end, entries: [] };
		const counts = outcome.kind === 'retry' && outcome.countsAsFailure;
		alike.entries.push({ id: Number(delivery.subscriptionId), dueAt, counts });
		all.set(key, alike);
	});
	return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => alike);
}

async function end(
	{ isAmong }: ServerDatabase,
	tx: Tx,
	{ edition, attempt, end: ending, entries }: Alike
): Promise<number[]> {
	const rows = await tx
		.deleteFrom('delivery')
		.where(unindexedEdition, '=', edition)
		.where('attempts', '=', attempt)
		.where(
			isAmong(
				'subscription_id',
				entries.map(({ id }) => id)
			)
		)
		.returning('subscription_id as id')
		.execute();
	if (ending !== 'retry') await addToTally(tx, edition, ending, rows.length);
	return rows.map(({ id }) => id);
}

async function retry(
	{ isAmong, pick }: ServerDatabase,
	tx: Tx,
	{ edition, attempt, entries }: Alike
): Promise<number[]> {
	const dueAt = Object.fromEntries(entries.map((entry) => [entry.id, entry.dueAt]));
	const rows = await tx
		.updateTable('delivery')
		.set({ due_at: pick('subscription_id', dueAt), lease_until: 0 })
		.where(unindexedEdition, '=', edition)
		.where('attempts', '=', attempt)
		.where(
			isAmong(
				'subscription_id',
				entries.map(({ id }) => id)
			)
		)
		.returning('subscription_id as id')
		.execute();
	return rows.map(({ id }) => id);
}

/** They are real. Few are told of, because most rows had said so before. */
async function markAccepted(tx: Tx, pushServices: ReadonlySet<number>): Promise<void> {
	for (const id of [...pushServices].sort((a, b) => a - b)) {
		await tx
			.updateTable('push_service')
			.set({ has_accepted: 1 })
			.where('id', '=', id)
			.where('has_accepted', '=', 0)
			.execute();
	}
}

async function updateSubscriptions(
	{ isAmong, now }: ServerDatabase,
	tx: Tx,
	{ end: ending, entries }: Alike,
	ids: readonly number[]
): Promise<void> {
	if (ids.length === 0) return;
	const these = isAmong('id', ids);
	switch (ending) {
		case 'sent': {
			const changed = await tx
				.updateTable('subscription')
				.set({ failures: 0, refusals: 0, has_succeeded: 1, suspect_since: null })
				.where(these)
				// most rows say so already
				.where(
					sql<boolean>`(has_succeeded = 0 or failures > 0 or refusals > 0 or suspect_since is not null)`
				)
				.returning('push_service_id')
				.execute();
			await markAccepted(tx, new Set(changed.map(({ push_service_id }) => push_service_id)));
			return;
		}
		case 'gone':
			await tx.deleteFrom('subscription').where(these).execute();
			return;
		case 'suspect':
			await tx
				.updateTable('subscription')
				.set({ suspect_since: sql`coalesce(suspect_since, ${now()})` })
				.where(these)
				.execute();
			return;
		case 'quarantine':
			await tx
				.updateTable('subscription')
				.set(({ eb }) => ({ refusals: eb('refusals', '+', 1) }))
				.where(these)
				.execute();
			return;
		case 'retry':
		case 'expired': {
			const counted = new Set(entries.filter(({ counts }) => counts).map(({ id }) => id));
			await tx
				.updateTable('subscription')
				.set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
				.where(
					isAmong(
						'id',
						ids.filter((id) => counted.has(id))
					)
				)
				.execute();
			return;
		}
		case 'failed':
			return;
	}
}
