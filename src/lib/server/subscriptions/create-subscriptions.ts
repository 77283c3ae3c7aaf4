import { fail, ok } from '#lib/edition/result.ts';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import { makeRoom, type Capacity } from './make-room.ts';
import { SubscriptionCount } from './count-subscriptions.ts';
import { deleteUnseen } from './delete-unseen.ts';
import { toMonth } from './month.ts';
import type { Subscriptions } from './subscriptions.ts';
import { isSameSecret, tokenHash } from './token-hash.ts';

type Known = { id: number; p256dh: string; auth: string; management_token_hash: string };

/** The subscriptions in a database. `clock` gives ms since 1970, of which only the month is stored. */
export function createSubscriptions(
	db: ServerDatabase,
	clock: () => number,
	capacity: Capacity = {}
): Subscriptions {
	const count = new SubscriptionCount(clock);
	const find = (tx: Tx, endpoint: string): Promise<Known | undefined> =>
		tx
			.selectFrom('subscription')
			.select(['id', 'p256dh', 'auth', 'management_token_hash'])
			.where('endpoint', '=', endpoint)
			.$if(db.engine === 'postgres', (row) => row.forUpdate())
			.executeTakeFirst();

	return {
		async save(request) {
			const saved = await inTransaction(db, async (tx) => {
				if (!(await find(tx, request.endpoint))) {
					const full = await makeRoom(db, tx, { ...capacity, count, endpoint: request.endpoint });
					if (full) return fail(full);
					const isNew = await insert(tx, request, toMonth(clock()));
					if (isNew) return ok({ isNew });
				}
				// the insert may have met a row that another process wrote at the same time
				const known = await find(tx, request.endpoint);
				if (!known) return fail('wrong-token');
				if (!hasKeys(known, request) && !hasToken(known, request.token)) {
					return fail('wrong-token');
				}
				await update(tx, known, request, toMonth(clock()));
				return ok({ isNew: false });
			});
			if (saved.ok && saved.value.isNew) count.add(1);
			return saved;
		},

		refresh: (request, token) =>
			inTransaction(db, async (tx) => {
				const known = await find(tx, request.endpoint);
				if (!known) return fail('not-found');
				if (!hasToken(known, token)) return fail('wrong-token');
				await update(tx, known, request, toMonth(clock()));
				return ok(undefined);
			}),

		async remove(token) {
			const removed = await inTransaction(db, async (tx) => {
				const { numDeletedRows } = await tx
					.deleteFrom('subscription')
					.where('management_token_hash', '=', tokenHash(token))
					.executeTakeFirst();
				return Number(numDeletedRows);
			});
			count.add(-removed);
			return removed > 0 ? ok(undefined) : fail('not-found');
		},

		deleteUnseen: () => deleteUnseen(db, toMonth(clock()))
	};
}

const hasToken = (known: Known, token: string): boolean =>
	isSameSecret(known.management_token_hash, tokenHash(token));

/** Whether the request has the stored keys: nobody but the phone has told us `auth`. */
const hasKeys = (known: Known, { keys }: SubscriptionRequest): boolean =>
	isSameSecret(`${known.p256dh}.${known.auth}`, `${keys.p256dh}.${keys.auth}`);

async function insert(tx: Tx, request: SubscriptionRequest, month: string): Promise<boolean> {
	const { endpoint, keys, vapidKeyId, token } = request;
	const { id } = await tx
		.insertInto('push_service')
		.values({ origin: new URL(endpoint).origin })
		// an update that changes nothing returns the id, and locks the row until the transaction ends
		.onConflict((row) =>
			row.column('origin').doUpdateSet((it) => ({ origin: it.ref('excluded.origin') }))
		)
		.returning('id')
		.executeTakeFirstOrThrow();
	const inserted = await tx
		.insertInto('subscription')
		.values({
			push_service_id: id,
			endpoint,
			...keys,
			vapid_key_id: vapidKeyId,
			created_month: month,
			last_seen_month: month,
			management_token_hash: tokenHash(token)
		})
		.onConflict((row) => row.column('endpoint').doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

async function update(
	tx: Tx,
	known: Known,
	request: SubscriptionRequest,
	month: string
): Promise<void> {
	const { keys, vapidKeyId, token } = request;
	await tx
		.updateTable('subscription')
		.set({
			...keys,
			vapid_key_id: vapidKeyId,
			last_seen_month: month,
			management_token_hash: tokenHash(token)
		})
		// new keys are a new chance; with the old ones messages would be refused again
		.$if(!hasKeys(known, request), (row) => row.set({ refusals: 0 }))
		.where('id', '=', known.id)
		.execute();
}
