import type { SelectQueryBuilder } from 'kysely';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Schema } from '#lib/server/database/server-schema.ts';
import { NAMED_ORIGINS, SUFFIXES } from '#lib/server/push-services/endpoint-policy.ts';

/** A push service with deliveries that are due. */
export interface DueService {
	readonly id: number;
	readonly origin: string;
}

/** Which push services under a suffix to read, of those that never accepted a message. */
interface UnprovenAsked {
	readonly suffix: string;
	/** The id of the one that had the last turn. */
	readonly after: number;
	readonly limit: number;
}

/** The host of an origin in its normal form, as the store has it. */
export const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2);

/**
 * The push services with due deliveries of one edition that are known to be real, by id: their full
 * name is in the allow-list, or they have accepted a message.
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

/** The next of those whose names may be invented. There may be thousands, so `limit` is needed. */
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

/** Keeps the push services with something due: one index lookup for each. */
function whereDue<Row>(
	{ now }: ServerDatabase,
	edition: number,
	services: SelectQueryBuilder<Schema, 'push_service', Row>
): SelectQueryBuilder<Schema, 'push_service', Row> {
	// compares the earliest due time: with "exists", PostgreSQL might scan all deliveries
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
