import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Query } from './server-schema.ts';

/** One open database, and what the two engines spell differently. */
export interface ServerDatabase {
	readonly engine: 'sqlite' | 'postgres';
	/** A write outside a transaction may be lost in a power failure; a transaction is durable. */
	readonly query: Query;
	/** The clock of the PostgreSQL server, which several machines share; of this process for SQLite. */
	readonly now: () => RawBuilder<number>;
	/** Whether `column` is among `values`. One parameter, so the statement is the same for any number. */
	readonly isAmong: (column: string, values: readonly number[]) => RawBuilder<SqlBool>;
	/** The amount whose key is the number in `column`, as one parameter. */
	readonly pick: (column: string, amounts: Readonly<Record<string, number>>) => RawBuilder<number>;
}

/** After so many messages in a row that were refused as malformed, a subscription gets no more. */
export const QUARANTINE_REFUSALS = 3;
/** How many rows one transaction makes or deletes: about 20 ms for SQLite. */
export const SLICE = 5000;

/**
 * The edition of a delivery, written so that no index on it is used. The row is found by its
 * subscription; with old statistics, PostgreSQL would scan all deliveries of the edition instead.
 */
export const unindexedEdition = sql<number>`(edition + 0)`;

/** The time of the database, in ms since 1970. */
export async function readNow({ now }: ServerDatabase, tx: Query): Promise<number> {
	const { at } = await tx.selectNoFrom(now().as('at')).executeTakeFirstOrThrow();
	return at;
}
