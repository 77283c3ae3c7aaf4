/** A task for the thread. Its answer carries the same `id`. */
export type ThreadTask =
	/** Opens the file. A new one is readable by its owner alone. */
	| {
			readonly kind: 'open';
			readonly file: string;
			readonly busyMs: number;
			readonly pragmas: readonly string[];
	  }
	| { readonly kind: 'run'; readonly sql: string; readonly parameters: readonly unknown[] }
	/**
	 * Rolls back if a transaction is open. A full disk has rolled it back already, and the error of a
	 * second rollback would hide that one.
	 */
	| { readonly kind: 'rollback' }
	/** The next rows, at most `most`, of the statement under `cursor`. Its last rows close the cursor. */
	| {
			readonly kind: 'read';
			readonly cursor: number;
			readonly sql: string;
			readonly parameters: readonly unknown[];
			readonly most: number;
	  }
	| { readonly kind: 'end-read'; readonly cursor: number }
	| { readonly kind: 'close' };

export interface ThreadAnswer {
	readonly id: number;
	readonly rows?: readonly object[];
	readonly changes?: number | bigint;
	readonly insertId?: number | bigint;
	readonly error?: {
		readonly message: string;
		readonly code?: string | undefined;
		readonly errcode?: number | undefined;
	};
}

/**
 * The thread that works on the file, so that waiting for a lock or a slow disk does not block the
 * server. It is started from the function's own source text, because the built server is one bundle
 * with no file beside it. So nothing from outside the function exists inside.
 */
export function sqliteThread(): void {
	const { parentPort } = process.getBuiltinModule('node:worker_threads');
	const { closeSync, mkdirSync, openSync } = process.getBuiltinModule('node:fs');
	const path = process.getBuiltinModule('node:path');
	const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
	type Database = InstanceType<typeof DatabaseSync>;
	type Statement = ReturnType<Database['prepare']>;
	type Values = Parameters<Statement['all']>;
	type Work = Omit<ThreadAnswer, 'id'>;

	let opened: Database | undefined;
	// prepared statements by their text: there are few different ones
	const prepared = new Map<string, Statement>();
	const cursors = new Map<number, Iterator<object, undefined>>();

	const database = (): Database => {
		if (!opened) throw new Error('The database is not open');
		return opened;
	};
	const prepare = (sql: string): Statement => {
		const statement = prepared.get(sql) ?? database().prepare(sql);
		prepared.set(sql, statement);
		return statement;
	};

	function work(task: ThreadTask): Work {
		switch (task.kind) {
			case 'open':
				mkdirSync(path.dirname(task.file), { recursive: true, mode: 0o700 });
				closeSync(openSync(task.file, 'a', 0o600));
				// foreign keys are enforced by default
				opened = new DatabaseSync(task.file, { timeout: task.busyMs });
				for (const pragma of task.pragmas) opened.exec(`pragma ${pragma}`);
				return {};
			case 'run': {
				const statement = prepare(task.sql);
				const values = task.parameters as Values;
				if (statement.columns().length > 0) return { rows: statement.all(...values) };
				const { changes, lastInsertRowid } = statement.run(...values);
				return { changes, insertId: lastInsertRowid };
			}
			case 'rollback':
				if (database().isTransaction) database().exec('rollback');
				return {};
			case 'read': {
				// a statement of its own, not a kept one: others may run while this one is read
				const begin = (): Iterator<object, undefined> =>
					database()
						.prepare(task.sql)
						.iterate(...(task.parameters as Values));
				const cursor = cursors.get(task.cursor) ?? begin();
				cursors.set(task.cursor, cursor);
				const rows: object[] = [];
				while (rows.length < task.most) {
					const next = cursor.next();
					if (next.done === true) break;
					rows.push(next.value);
				}
				return { rows };
			}
			case 'end-read':
				cursors.get(task.cursor)?.return?.();
				cursors.delete(task.cursor);
				return {};
			case 'close':
				prepared.clear();
				opened?.close();
				return {};
		}
	}

	parentPort?.on('message', ({ id, task }: { id: number; task: ThreadTask }) => {
		let answer: ThreadAnswer;
		try {
			answer = { id, ...work(task) };
		} catch (error) {
			const { message, code, errcode } = error as Error & { code?: string; errcode?: number };
			answer = { id, error: { message, code, errcode } };
		}
		parentPort.postMessage(answer);
		if (task.kind === 'close') parentPort.close();
	});
}
