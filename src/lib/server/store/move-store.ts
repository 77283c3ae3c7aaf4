import { sql } from 'kysely';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Schema, Tx } from '#lib/server/database/server-schema.ts';
import { inTransaction } from '#lib/server/database/in-transaction.ts';
import { migrate } from '#lib/server/database/migrations/migrate.ts';

/** Parents before the tables that refer to them. */
const TABLES = [
	'push_service',
	'subscription',
	'edition_announcement',
	'delivery',
	'delivery_tally',
	'caretaking'
] as const satisfies readonly (keyof Schema)[];
type Table = (typeof TABLES)[number];

/** Rows in one statement. PostgreSQL accepts 65,535 values, and the widest table has 14 columns. */
const BATCH = 1000;

export type MovedRows = Readonly<Record<Table, number>>;

/**
 * Copies a SQLite file to an empty PostgreSQL database, in one transaction: everything or nothing. The
 * file is locked against writers meanwhile, and is not changed but for its migration: both databases
 * are migrated first. `not-empty`: the target has rows already. Throws if the counts of rows differ
 * afterwards.
 */
export async function moveStore(
	from: ServerDatabase,
	to: ServerDatabase
): Promise<Result<MovedRows, 'not-empty'>> {
	await migrate(from);
	await migrate(to);
	return inTransaction(from, (source) =>
		inTransaction(to, async (target) => {
			for (const table of TABLES) {
				if ((await countRows(target, table)) > 0) return fail('not-empty');
			}
			const moved: Partial<Record<Table, number>> = {};
			for (const table of TABLES) moved[table] = await copyTable(source, target, table);
			await continueIds(source, target);
			return ok(moved as MovedRows);
		})
	);
}

async function copyTable(source: Tx, target: Tx, table: Table): Promise<number> {
	let batch: object[] = [];
	const flush = async () => {
		if (batch.length > 0) await target.insertInto(table).values(batch).execute();
		batch = [];
	};
	for await (const row of source.selectFrom(table).selectAll().stream()) {
		batch.push(row);
		if (batch.length === BATCH) await flush();
	}
	await flush();
	const [there, here] = [await countRows(source, table), await countRows(target, table)];
	if (there !== here) {
		throw new Error(`${table} had ${there} rows and has ${here}: nothing was moved`);
	}
	return here;
}

async function countRows(tx: Tx, table: Table): Promise<number> {
	const { rows } = await sql<{
		count: number;
	}>`select count(*) as count from ${sql.table(table)}`.execute(tx);
	return rows[0]?.count ?? 0;
}

/** Continues the sequences of ids, so that no id of a deleted row is used again. */
async function continueIds(source: Tx, target: Tx): Promise<void> {
	const { rows } = await sql<{
		name: string;
		seq: number;
	}>`select name, seq from sqlite_sequence`.execute(source);
	for (const { name, seq } of rows) {
		if (seq === 0) continue;
		await sql`select setval(pg_get_serial_sequence(${name}, 'id'), ${seq}::bigint)`.execute(target);
	}
}
