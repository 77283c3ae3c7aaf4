import { unindexedEdition, type ServerDatabase } from '#lib/server/database/server-database.ts';
import { poolOf, SUFFIXES, unprovenPool } from '#lib/server/push-services/endpoint-policy.ts';
import { hostOf, readProvenDue, readUnprovenDue, type DueService } from './due-services.ts';
import { AWAY_MS, MAX_BATCH, MAX_LEASE_MS } from './bounds.ts';
import type { LeasedDelivery, Outbox } from './outbox.ts';
import { Turns, UNPROVEN_IN_BATCH, type Pool } from './turns.ts';

type Taken = { subscription_id: number; edition: number; attempts: number };
type Announced = Pick<LeasedDelivery, 'notice' | 'expiresAt'>;

/**
 * Leases deliveries that are due, so that no other sender gets them meanwhile. If this process dies,
 * they are due again when the lease ends: each is sent at least once. Push services take turns.
 */
export function createLease(db: ServerDatabase): Outbox['leaseDeliveries'] {
	const turns = new Turns();

	return async (limit, leaseMs, except = []) => {
		const announcements = await readSending(db);
		const excepted = new Set(except);
		const taken: Taken[] = [];
		for (const edition of announcements.keys()) {
			const left = Math.min(limit, MAX_BATCH) - taken.length;
			if (left <= 0) break;
			const pools = await readPools(db, edition, excepted, turns);
			const got = await turns.take(pools, left, ({ id: service }, most) =>
				take(db, { edition, service, leaseMs, limit: most })
			);
			taken.push(...got);
		}
		return describe(db, taken, announcements);
	};
}

/** The pools that have something due, without push services and pools that are excepted. */
async function readPools(
	db: ServerDatabase,
	edition: number,
	excepted: ReadonlySet<string>,
	turns: Turns
): Promise<Pool[]> {
	const proven = new Map<string, DueService[]>();
	for (const service of await readProvenDue(db, edition)) {
		const pool = poolOf(hostOf(service.origin), true);
		if (excepted.has(service.origin) || excepted.has(pool)) continue;
		const others = proven.get(pool);
		if (others) others.push(service);
		else proven.set(pool, [service]);
	}
	const pools = Array.from(proven, ([pool, services]): Pool => ({ pool, services }));
	for (const suffix of SUFFIXES) {
		const pool = unprovenPool(suffix);
		if (excepted.has(pool)) continue;
		const asked = { suffix, after: turns.lastOf(pool), limit: UNPROVEN_IN_BATCH };
		const due = await readUnprovenDue(db, edition, asked);
		const services = due.filter(({ origin }) => !excepted.has(origin));
		if (services.length > 0) pools.push({ pool, services, isUnproven: true });
		// all of these are excepted: the next lease starts after them
		else turns.pass(pool, due.at(-1)?.id);
	}
	return pools;
}

/** The announcements that are being sent, critical ones first. */
async function readSending({ query, now }: ServerDatabase): Promise<Map<number, Announced>> {
	const rows = await query
		.selectFrom('edition_announcement')
		.select(['edition', 'severity', 'proof', 'expires_at'])
		.where('state', '=', 'sending')
		.where('expires_at', '>', now())
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('caretaking')
					.select('id')
					.where('last_at', '>', eb(now(), '-', AWAY_MS))
			)
		)
		// alphabetical order puts "critical" before "routine"
		.orderBy('severity')
		.orderBy('edition', 'desc')
		.execute();
	return new Map(
		rows.map(({ expires_at, ...notice }) => {
			return [notice.edition, { notice, expiresAt: new Date(expires_at).toISOString() }];
		})
	);
}

interface Wanted {
	readonly edition: number;
	readonly service: number;
	readonly leaseMs: number;
	readonly limit: number;
}

/** Leases what is due at one push service, in one statement: atomic on either engine. */
function take({ engine, query, now }: ServerDatabase, wanted: Wanted): Promise<Taken[]> {
	const lease = Math.min(wanted.leaseMs, MAX_LEASE_MS);
	return query
		.with('due', (db) =>
			db
				.selectFrom('delivery')
				.select('subscription_id')
				.where('edition', '=', wanted.edition)
				.where('push_service_id', '=', wanted.service)
				.where('due_at', '<=', now())
				.orderBy('due_at')
				.limit(wanted.limit)
				// PostgreSQL has many writers: skip rows that another sender is leasing. SQLite has one
				.$if(engine === 'postgres', (due) => due.forUpdate().skipLocked())
		)
		.updateTable('delivery')
		.set(({ eb }) => ({
			attempts: eb('attempts', '+', 1),
			due_at: eb(now(), '+', lease),
			lease_until: eb(now(), '+', lease)
		}))
		.where(unindexedEdition, '=', wanted.edition)
		.where('subscription_id', 'in', (row) => row.selectFrom('due').select('subscription_id'))
		.returning(['subscription_id', 'edition', 'attempts'])
		.execute();
}

/** Adds subscription and notice. A subscription that was removed just now is left out. */
async function describe(
	{ query, isAmong }: ServerDatabase,
	taken: readonly Taken[],
	announcements: ReadonlyMap<number, Announced>
): Promise<LeasedDelivery[]> {
	const ids = taken.map(({ subscription_id }) => subscription_id);
	if (ids.length === 0) return [];
	const rows = await query
		.selectFrom('subscription')
		.select(['id', 'endpoint', 'p256dh', 'auth', 'vapid_key_id', 'has_succeeded', 'suspect_since'])
		.where(isAmong('id', ids))
		.execute();
	const subscriptions = new Map(rows.map((row) => [row.id, row]));
	return taken.flatMap(({ subscription_id, edition, attempts }) => {
		const row = subscriptions.get(subscription_id);
		const announced = announcements.get(edition);
		if (!row || !announced) return [];
		const { endpoint, p256dh, auth } = row;
		return {
			announcementId: String(edition),
			subscriptionId: String(subscription_id),
			attempt: attempts,
			...announced,
			subscription: {
				endpoint,
				p256dh,
				auth,
				vapidKeyId: row.vapid_key_id,
				hasSucceeded: row.has_succeeded === 1,
				suspectSince: row.suspect_since === null ? null : new Date(row.suspect_since).toISOString()
			}
		};
	});
}
