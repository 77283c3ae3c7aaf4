import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { unindexedEdition, type ServerDatabase } from '#lib/server/database/server-database.ts';

/** Deliveries of one edition as their sender knows them. */
interface Leased {
	readonly edition: number;
	/** The number that their attempt got when they were leased. */
	readonly attempt: number;
	readonly subscriptionIds: readonly number[];
}

/**
 * The condition that deliveries are still at that attempt. A sender whose lease has ended thereby
 * changes nothing: each lease counts the attempts up.
 */
export const atAttempt = (
	{ isAmong }: ServerDatabase,
	{ edition, attempt, subscriptionIds }: Leased
): RawBuilder<SqlBool> =>
	sql`${unindexedEdition} = ${edition} and attempts = ${attempt} and ${isAmong('subscription_id', subscriptionIds)}`;
