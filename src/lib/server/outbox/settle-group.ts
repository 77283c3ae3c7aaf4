import { inTransaction } from '#lib/server/database/in-transaction.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { readNow, type ServerDatabase } from '#lib/server/database/server-database.ts';
import { addToTally } from './add-to-tally.ts';
import { atAttempt } from './at-attempt.ts';
import { MAX_DELAY_MS } from './bounds.ts';
import type { Settlement } from './settle-in-groups.ts';
import { updateSubscriptions, type Ending } from './update-subscriptions.ts';

/** Deliveries of one edition at the same attempt that end alike: one statement serves them all. */
interface Alike {
	readonly edition: number;
	readonly attempt: number;
	readonly ending: Ending;
	readonly entries: Entry[];
}

interface Entry {
	readonly subscriptionId: number;
	/** ms since 1970, by the database's clock. Used by retries alone. */
	readonly dueAt: number;
	readonly countsAsFailure: boolean;
}

const keyOf = (edition: number, subscriptionId: number): string =>
	`${String(edition)}/${String(subscriptionId)}`;

/**
 * Writes how deliveries ended, and what that does to their subscriptions, in one transaction. Gives,
 * for each settlement, whether the delivery was still leased to the caller.
 */
export async function settleGroup(
	db: ServerDatabase,
	group: readonly Settlement[]
): Promise<boolean[]> {
	// the sender and the database may have different clocks, so a due time is passed on as a delay
	const delays = group.map(({ outcome }) =>
		outcome.kind === 'retry' ? Date.parse(outcome.dueAt) - Date.now() : 0
	);
	const settled = await inTransaction(db, async (tx) => {
		const now = await readNow(db, tx);
		const keys = new Set<string>();
		for (const alike of groupAlike(group, delays, now)) {
			const ids = await settleAlike(db, tx, alike);
			for (const id of ids) keys.add(keyOf(alike.edition, id));
			const isFailure = failuresOf(alike);
			await updateSubscriptions(db, tx, alike.ending, ids, ids.filter(isFailure));
		}
		return keys;
	});
	return group.map(({ delivery }) =>
		settled.has(keyOf(delivery.notice.edition, Number(delivery.subscriptionId)))
	);
}

/** Sorted, so that two senders lock rows in the same order and cannot deadlock. */
function groupAlike(group: readonly Settlement[], delays: readonly number[], now: number): Alike[] {
	const all = new Map<string, Alike>();
	group.forEach(({ delivery, outcome }, index) => {
		const { edition } = delivery.notice;
		const dueAt = now + Math.min(Math.max(delays[index] ?? 0, 0), MAX_DELAY_MS);
		const isLate = outcome.kind === 'retry' && dueAt >= Date.parse(delivery.expiresAt);
		const ending = isLate ? 'expired' : outcome.kind;
		const key = `${String(edition)} ${ending} ${String(delivery.attempt)}`;
		const alike = all.get(key) ?? { edition, attempt: delivery.attempt, ending, entries: [] };
		alike.entries.push({
			subscriptionId: Number(delivery.subscriptionId),
			dueAt,
			countsAsFailure: outcome.kind === 'retry' && outcome.countsAsFailure
		});
		all.set(key, alike);
	});
	return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => alike);
}

/** Gives the subscriptions whose deliveries were still leased to the caller. */
async function settleAlike(db: ServerDatabase, tx: Tx, alike: Alike): Promise<number[]> {
	const { edition, attempt, ending, entries } = alike;
	const subscriptionIds = entries.map((entry) => entry.subscriptionId);
	const isLeased = atAttempt(db, { edition, attempt, subscriptionIds });
	if (ending === 'retry') {
		const dueAt = Object.fromEntries(entries.map((it) => [it.subscriptionId, it.dueAt]));
		const retried = await tx
			.updateTable('delivery')
			.set({ due_at: db.pick('subscription_id', dueAt), lease_until: 0 })
			.where(isLeased)
			.returning('subscription_id as id')
			.execute();
		return retried.map(({ id }) => id);
	}
	const ended = await tx
		.deleteFrom('delivery')
		.where(isLeased)
		.returning('subscription_id as id')
		.execute();
	await addToTally(tx, edition, ending, ended.length);
	return ended.map(({ id }) => id);
}

function failuresOf({ entries }: Alike): (subscriptionId: number) => boolean {
	const failed = entries.filter(({ countsAsFailure }) => countsAsFailure);
	const ids = new Set(failed.map(({ subscriptionId }) => subscriptionId));
	return (id) => ids.has(id);
}
