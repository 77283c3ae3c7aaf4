import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
	CompiledQuery,
	Kysely,
	sql,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDialectConfig,
	type SqliteStatement
} from 'kysely';
import type { Schema, ServerDatabase } from './database.ts';

/** How long a statement waits for another process's transaction. It blocks this one meanwhile. */
const BUSY_TIMEOUT_MS = 5000;

const PRAGMAS = [
	'journal_mode = wal',
	// what was deleted must not be read from the file
	'secure_delete = on',
	'synchronous = normal',
	'journal_size_limit = 67108864',
	// 16 MB each: of pages in memory, and of writes before they move to the file itself
	'cache_size = -16384',
	'wal_autocheckpoint = 4000'
];

/** Opens the file, made for its owner alone if it is not there. */
export async function openSqlite(file: string, clock: () => number): Promise<ServerDatabase> {
	// loaded only where it is used: an operator of PostgreSQL is not told that it is experimental
	const sqlite = await import('node:sqlite');
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	closeSync(openSync(file, 'a', 0o600));
	// foreign keys are kept by default
	const database = new sqlite.DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
	for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
	return {
		engine: 'sqlite',
		query: new Kysely<Schema>({ dialect: new NodeSqliteDialect(database) }),
		now: () => sql<number>`${clock()}`,
		isAmong: (column, values) =>
			sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
		pick: (column, amounts) =>
			sql`(${JSON.stringify(amounts)} ->> cast(${sql.ref(column)} as text))`
	};
}

class NodeSqliteDialect extends SqliteDialect {
	readonly #database: DatabaseSync;
	readonly #config: SqliteDialectConfig;

	constructor(database: DatabaseSync) {
		const config = { database: withStatements(database) };
		super(config);
		this.#database = database;
		this.#config = config;
	}

	override createDriver(): DurableDriver {
		return new DurableDriver(this.#config, this.#database);
	}
}

/** Kysely's view of the database. Statements are prepared once: their texts are few. */
function withStatements(database: DatabaseSync): {
	close(): void;
	prepare(text: string): SqliteStatement;
} {
	const prepared = new Map<string, SqliteStatement>();
	const prepare = (text: string): SqliteStatement => {
		const known = prepared.get(text);
		if (known) return known;
		const statement = toKysely(database.prepare(text));
		prepared.set(text, statement);
		return statement;
	};
	return {
		close() {
			prepared.clear();
			database.close();
		},
		prepare
	};
}

const toKysely = (statement: StatementSync): SqliteStatement => ({
	reader: statement.columns().length > 0,
	all: (values) => statement.all(...(values as SQLInputValue[])),
	run: (values) => statement.run(...(values as SQLInputValue[])),
	iterate: (values) => statement.iterate(...(values as SQLInputValue[]))
});

/**
 * Transactions take the write lock at once: one that read first could not wait for it. Each is on
 * disk when it ends. A single statement, such as a claim, is not: losing it loses nothing.
 */
class DurableDriver extends SqliteDriver {
	readonly #database: DatabaseSync;

	constructor(config: SqliteDialectConfig, database: DatabaseSync) {
		super(config);
		this.#database = database;
	}

	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('pragma synchronous = full'));
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	override async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await super.commitTransaction(connection);
		await connection.executeQuery(CompiledQuery.raw('pragma synchronous = normal'));
	}

	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		// a full disk has ended it already, and a second end would hide the reason
		if (this.#database.isTransaction) await super.rollbackTransaction(connection);
		await connection.executeQuery(CompiledQuery.raw('pragma synchronous = normal'));
	}
}
