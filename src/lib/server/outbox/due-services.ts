import type { SelectQueryBuilder } from 'kysely';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Schema } from '#lib/server/database/schema.ts';
import { NAMED_ORIGINS, SUFFIXES } from '#lib/server/push-services/endpoint-policy.ts';

/** A push service that has something due. */
export interface DueService {
	readonly id: number;
	readonly origin: string;
}

/** Those under a suffix that never accepted a message: whose turn it is after `after`. */
interface UnprovenAsked {
	readonly suffix: string;
	readonly after: number;
	readonly limit: number;
}

/** Of an origin as the store has it, which is in its normal form. */
export const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2);

/**
 * The push services that have something due of one edition and that nobody invented, by their ids:
 * they are named whole in the allow-list, or have accepted a message.
 */
export function readProvenDue(db: ServerDatabase, edition: number): Promise<DueService[]> {
	const proven = db.query
		.selectFrom('push_service')
		.where((eb) =>
			eb.or([
				eb('has_accepted', '=', 1),
				eb('origin', 'in', NAMED_ORIGINS),
				eb.and(SUFFIXES.map((suffix) => eb.not(eb('origin', 'like', `https://%${suffix}`))))
			])
		);
	return whereDue(db, edition, proven).select(['id', 'origin']).orderBy('id').execute();
}

/** The next of those that may be invented. There may be thousands, so only as many as are asked for. */
export async function readUnprovenDue(
	db: ServerDatabase,
	edition: number,
	{ suffix, after, limit }: UnprovenAsked
): Promise<DueService[]> {
	const unproven = db.query
		.selectFrom('push_service')
		.where('has_accepted', '=', 0)
		.where('origin', 'like', `https://%${suffix}`)
		.where('origin', 'not in', NAMED_ORIGINS);
	const due = whereDue(db, edition, unproven).select(['id', 'origin']).orderBy('id');
	const next = await due.where('id', '>', after).limit(limit).execute();
	if (next.length === limit || after === 0) return next;
	const first = await due
		.where('id', '<=', after)
		.limit(limit - next.length)
		.execute();
	return [...next, ...first];
}

/** One step down an index for each. */
function whereDue<Row>(
	{ now }: ServerDatabase,
	edition: number,
	services: SelectQueryBuilder<Schema, 'push_service', Row>
): SelectQueryBuilder<Schema, 'push_service', Row> {
	// the first one's time, compared: with "exists" PostgreSQL could walk through all deliveries
	return services.where(
		(eb) =>
			eb
				.selectFrom('delivery')
				.select('due_at')
				.where('edition', '=', edition)
				.whereRef('push_service_id', '=', 'push_service.id')
				.orderBy('due_at')
				.limit(1),
		'<=',
		now()
	);
}
