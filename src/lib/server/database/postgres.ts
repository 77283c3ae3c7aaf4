import { Kysely, PostgresDialect, sql } from 'kysely';
import type { ServerDatabase } from './server-database.ts';
import type { Schema } from './schema.ts';

const CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5000;
/** No statement of ours takes nearly as long; one that does must not hold its locks. */
const STATEMENT_TIMEOUT_MS = 30_000;
/**
 * The outbox is empty at night and has a million rows an hour later; what PostgreSQL then believes of it
 * is old, and it would sort them all for each claim. Every statement of ours has an index to walk,
 * and none is worth compiling first (`jit`), which takes longer than the statement.
 */
const WALK_INDEXES = ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'jit']
	.map((setting) => `-c ${setting}=off`)
	.join(' ');
/** The type of `bigint` and `count(*)`, which pg gives as text. Ours stay far below 2^53. */
const INT8 = 20;

/** `skewMs` is added to the server's clock; 0 but in tests. */
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
	// an idle connection that dies is replaced at the next query, which says so if that fails too
	pool.on('error', () => undefined);
	return {
		engine: 'postgres',
		query: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
		// not clock_timestamp(): an index cannot be searched for what changes within a statement
		now: () =>
			sql<number>`((extract(epoch from statement_timestamp()) * 1000)::bigint + ${skewMs()}::bigint)`,
		isAmong: (column, values) => sql`${sql.ref(column)} = any(${values}::bigint[])`,
		pick: (column, amounts) =>
			sql`(${JSON.stringify(amounts)}::jsonb ->> ${sql.ref(column)}::text)::bigint`
	};
}

/** Text to value, by PostgreSQL's number of the type. */
function parserOf(
	types: { readonly getTypeParser: (type: number, format?: 'text') => unknown },
	type: number,
	format: unknown
): unknown {
	return type === INT8 ? Number : types.getTypeParser(type, format as 'text');
}
