import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { unindexedEdition, type ServerDatabase } from '#lib/server/database/server-database.ts';

/** Deliveries of one edition, as whoever leased them knows them. */
interface Leased {
	readonly edition: number;
	/** The attempt that their lease is for. */
	readonly attempt: number;
	readonly subscriptionIds: readonly number[];
}

/** The condition that a delivery is still at that attempt: whoever's lease ran out changes nothing. */
export const atAttempt = (
	{ isAmong }: ServerDatabase,
	{ edition, attempt, subscriptionIds }: Leased
): RawBuilder<SqlBool> =>
	sql`${unindexedEdition} = ${edition} and attempts = ${attempt} and ${isAmong('subscription_id', subscriptionIds)}`;
