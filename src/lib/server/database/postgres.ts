import { Kysely, PostgresDialect, sql } from 'kysely';
import type { ServerDatabase } from './server-database.ts';
import type { Schema } from './server-schema.ts';

const CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5000;
/** Our statements take a fraction of this. One that takes longer must not keep its locks. */
const STATEMENT_TIMEOUT_MS = 30_000;
/**
 * The outbox may be empty at night and have a million rows an hour later. With the old statistics
 * PostgreSQL would sort all of them at every lease. Each of our statements has an index to walk, and
 * compiling one first (`jit`) takes longer than running it.
 */
const WALK_INDEXES = ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'jit']
	.map((setting) => `-c ${setting}=off`)
	.join(' ');
/** PostgreSQL's number of `bigint`, which pg returns as text. Our values stay far below 2^53. */
const INT8 = 20;

/** `skewMs` is added to the clock of the database server, for tests. */
export async function openPostgres(url: string, skewMs: () => number): Promise<ServerDatabase> {
	// loaded only where it is used, as SQLite is
	const { default: pg } = await import('pg');
	const pool = new pg.Pool({
		connectionString: url,
		max: CONNECTIONS,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
		application_name: 'handrail',
		options: WALK_INDEXES,
		types: { getTypeParser: (type, format) => parserOf(pg.types, type, format) }
	});
	// the pool replaces an idle connection that dies; if it cannot, the next query fails
	pool.on('error', () => undefined);
	return {
		engine: 'postgres',
		query: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
		// not clock_timestamp(): it changes within a statement, so no index could be searched for it
		now: () =>
			sql<number>`((extract(epoch from statement_timestamp()) * 1000)::bigint + ${skewMs()}::bigint)`,
		isAmong: (column, values) => sql`${sql.ref(column)} = any(${values}::bigint[])`,
		pick: (column, amounts) =>
			sql`(${JSON.stringify(amounts)}::jsonb ->> ${sql.ref(column)}::text)::bigint`
	};
}

/** The parser of a PostgreSQL type, from text to value. */
function parserOf(
	types: { readonly getTypeParser: (type: number, format?: 'text') => unknown },
	type: number,
	format: unknown
): unknown {
	return type === INT8 ? Number : types.getTypeParser(type, format as 'text');
}
