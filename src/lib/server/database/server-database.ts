import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Query } from './schema.ts';

/** One open database, and what its engine says differently from the other. */
export interface ServerDatabase {
	readonly engine: 'sqlite' | 'postgres';
	/** A single statement that writes may be lost if the power fails; a transaction may not. */
	readonly query: Query;
	/** PostgreSQL's own clock, since several machines share it; this process's clock for SQLite. */
	readonly now: () => RawBuilder<number>;
	/** `column` is one of `values`, in one parameter: the statement stays the same for any number. */
	readonly isAmong: (column: string, values: readonly number[]) => RawBuilder<SqlBool>;
	/** The amount that stands under the number in `column`, in one parameter. */
	readonly pick: (column: string, amounts: Readonly<Record<string, number>>) => RawBuilder<number>;
}

/** Three refusals as malformed, and a subscription is left alone. */
export const QUARANTINE_REFUSALS = 3;
/** Rows made or deleted in one transaction: some 20 ms of SQLite. */
export const SLICE = 5000;

/**
 * The edition of a delivery that is found by its subscription, out of the indexes' sight: PostgreSQL
 * would look through all deliveries of the edition for 200 of them, as long as it has not counted.
 */
export const unindexedEdition = sql<number>`(edition + 0)`;

/** The database's time, milliseconds since 1970. */
export async function readNow({ now }: ServerDatabase, tx: Query): Promise<number> {
	const { at } = await tx.selectNoFrom(now().as('at')).executeTakeFirstOrThrow();
	return at;
}
