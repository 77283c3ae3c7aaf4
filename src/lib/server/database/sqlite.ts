import { setTimeout as wait } from 'node:timers/promises';
import {
	CompiledQuery,
	Kysely,
	sql,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';
import type { ServerDatabase } from './server-database.ts';
import type { Schema } from './server-schema.ts';
import { SqliteLink } from './sqlite-link.ts';

/** How long a statement waits for the transaction of another process. */
const BUSY_MS = 5000;
/** How long a caller waits for its turn: as long as two that wait for another process. */
const TURN_MS = 10_000;
/** Rows read at a time from a statement that streams. */
const CHUNK = 1000;
/** https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;

const PRAGMAS = [
	'journal_mode = wal',
	// deleted subscriptions must not be readable in the file
	'secure_delete = on',
	'synchronous = normal',
	'journal_size_limit = 67108864',
	// 16 MB each: pages in memory, and writes in the log before they move to the file
	'cache_size = -16384',
	'wal_autocheckpoint = 4000'
];

/** Opens the file. A new one is readable by its owner alone. */
export async function openSqlite(file: string, clock: () => number): Promise<ServerDatabase> {
	const link = new SqliteLink();
	try {
		await link.ask({ kind: 'open', file, busyMs: BUSY_MS, pragmas: PRAGMAS });
	} catch (error) {
		await link.close();
		throw error;
	}
	return {
		engine: 'sqlite',
		query: new Kysely<Schema>({ dialect: new ThreadDialect(link) }),
		now: () => sql<number>`${clock()}`,
		isAmong: (column, values) =>
			sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
		pick: (column, amounts) =>
			sql`(${JSON.stringify(amounts)} ->> cast(${sql.ref(column)} as text))`
	};
}

class ThreadDialect implements Dialect {
	readonly #link: SqliteLink;

	constructor(link: SqliteLink) {
		this.#link = link;
	}

	createDriver(): Driver {
		return new ThreadDriver(this.#link);
	}

	createAdapter(): SqliteAdapter {
		return new OwnTurnsAdapter();
	}

	createQueryCompiler(): SqliteQueryCompiler {
		return new SqliteQueryCompiler();
	}

	createIntrospector(query: Kysely<unknown>): SqliteIntrospector {
		return new SqliteIntrospector(query);
	}
}

/** There is one connection. Callers queue here, because Kysely's own queue has no deadline. */
class OwnTurnsAdapter extends SqliteAdapter {
	override get supportsMultipleConnections(): boolean {
		return true;
	}
}

/**
 * Transactions take the write lock when they begin: SQLite does not let one that has read wait for it.
 * A transaction is durable when it ends. A statement outside one, such as a lease, is not, and losing
 * it does no harm.
 */
class ThreadDriver implements Driver {
	readonly #link: SqliteLink;
	readonly #connection: ThreadConnection;
	#turn: Promise<void> = Promise.resolve();
	#endTurn: () => void = () => undefined;

	constructor(link: SqliteLink) {
		this.#link = link;
		this.#connection = new ThreadConnection(link);
	}

	init(): Promise<void> {
		return Promise.resolve();
	}

	async acquireConnection(): Promise<DatabaseConnection> {
		const before = this.#turn;
		const mine = Promise.withResolvers<void>();
		this.#turn = before.then(() => mine.promise);
		const isTooLate = Symbol();
		const deadline = new AbortController();
		const first = await Promise.race([
			before,
			wait(TURN_MS, isTooLate, { signal: deadline.signal }).catch(() => undefined)
		]);
		deadline.abort();
		if (first === isTooLate) {
			mine.resolve();
			throw Object.assign(new Error('The database is busy'), { errcode: BUSY });
		}
		this.#endTurn = mine.resolve;
		return this.#connection;
	}

	releaseConnection(): Promise<void> {
		this.#endTurn();
		return Promise.resolve();
	}

	async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('pragma synchronous = full'));
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('commit'));
		await connection.executeQuery(CompiledQuery.raw('pragma synchronous = normal'));
	}

	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		await this.#link.ask({ kind: 'rollback' });
		await connection.executeQuery(CompiledQuery.raw('pragma synchronous = normal'));
	}

	destroy(): Promise<void> {
		return this.#link.close();
	}
}

class ThreadConnection implements DatabaseConnection {
	readonly #link: SqliteLink;

	constructor(link: SqliteLink) {
		this.#link = link;
	}

	async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
		const task = { kind: 'run', sql: text, parameters } as const;
		const { rows = [], changes, insertId } = await this.#link.ask(task);
		return {
			rows: rows as Row[],
			...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
			...(insertId !== undefined && { insertId: BigInt(insertId) })
		};
	}

	async *streamQuery<Row>(
		{ sql: text, parameters }: CompiledQuery,
		chunk: number
	): AsyncIterableIterator<QueryResult<Row>> {
		const cursor = this.#link.newCursor();
		// Kysely asks for one row at a time, and each batch is a round trip to the thread
		const most = Math.max(chunk, CHUNK);
		const task = { kind: 'read', cursor, sql: text, parameters, most } as const;
		try {
			for (;;) {
				const { rows = [] } = await this.#link.ask(task);
				yield { rows: rows as Row[] };
				if (rows.length < most) return;
			}
		} finally {
			await this.#link.ask({ kind: 'end-read', cursor });
		}
	}
}
