import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { getHealth } from '#lib/server/api/health.ts';
import { storageProblem } from '#lib/server/store/storage-problem.ts';
import type { Backend } from './backend.ts';
import { openBackend } from './open-backend.ts';
import { isStartError } from '#lib/server/process/start-error.ts';

function places() {
	const folder = aTemporaryFolder();
	const file = join(folder, 'data', 'handrail.sqlite');
	return { folder, file, settings: { DATABASE_FILE: file, VAPID_DIR: join(folder, 'vapid') } };
}

async function problemOf(settings: Record<string, string>): Promise<string> {
	try {
		await (await openBackend(settings)).close();
		return 'started';
	} catch (error) {
		expect(isStartError(error)).toBe(true);
		return (error as Error).message;
	}
}

test('makes its database and keys, sends, and closes; closing again does nothing', async () => {
	const { settings, file } = places();
	const backend = await openBackend(settings);
	expect(existsSync(file)).toBe(true);
	expect(backend.senderStatus()).toBeDefined();
	const { keyId } = backend.vapidKeys.current;
	await Promise.all([backend.close(), backend.close()]);

	const again = await openBackend({ ...settings, SENDER: 'off' });
	expect(again.vapidKeys.current.keyId).toBe(keyId);
	expect(again.senderStatus()).toBeUndefined();
	await again.close();
});

/** What was logged about the database during `work`. */
async function alertsWhile(work: () => Promise<void>): Promise<string> {
	const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	try {
		await work();
		return write.mock.calls.map(([text]) => String(text)).join('');
	} finally {
		write.mockRestore();
	}
}

const askHealth = (backend: Backend) =>
	getHealth({ request: new Request('http://localhost/api/health'), peer: '127.0.0.1' }, backend);

const NOT_A_DATABASE = 'This is no database, but long enough to be looked at. '.repeat(100);

describe('a database that is away at the start', () => {
	async function said(settings: Record<string, string>): Promise<string> {
		return alertsWhile(async () => {
			const backend = await openBackend({ ...settings, SENDER: 'off' });
			const answer = await askHealth(backend);
			expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
			const unseen = await backend.store.subscriptions.deleteUnseen().catch(storageProblem);
			expect(unseen).toMatch(/^storage-/);
			await backend.close();
		});
	}

	test('does not stop the start, and the log says what to do, without a password', async () => {
		const { settings, folder } = places();
		writeFileSync(join(folder, 'data'), 'a file where a folder must be');
		expect(await said(settings)).toMatch(/cannot be opened .* folder must be writable/);
		const url = 'postgres://handrail:secret-word@127.0.0.1:1/handrail';
		const ofPostgres = await said({ ...settings, DATABASE_URL: url });
		expect(ofPostgres).toContain('The database of DATABASE_URL cannot be opened (ECONNREFUSED)');
		expect(ofPostgres).not.toContain('secret-word');
	});

	test('because its file is damaged, is logged as damaged', async () => {
		const { settings, file } = places();
		mkdirSync(dirname(file));
		writeFileSync(file, NOT_A_DATABASE);
		const line = await said(settings);
		expect(line).toContain('is damaged, or is no database. Put a backup in its place');
		expect(line).not.toContain('writable');
	});

	test('comes back by itself when its file does', async () => {
		const { settings, file } = places();
		mkdirSync(dirname(file));
		writeFileSync(file, NOT_A_DATABASE);
		await alertsWhile(async () => {
			const backend = await openBackend({ ...settings, SENDER: 'off' });
			onTestFinished(() => backend.close());
			expect((await askHealth(backend)).status).toBe(503);
			rmSync(file);
			await vi.waitFor(
				async () => {
					expect((await askHealth(backend)).status).toBe(200);
				},
				{ timeout: 30_000, interval: 100 }
			);
		});
	});

	test('because a newer release migrated it, is left alone and logged', async () => {
		const { settings, file } = places();
		await (await openBackend({ ...settings, SENDER: 'off' })).close();
		const database = new DatabaseSync(file);
		database.exec('update schema_version set version = 99');
		database.close();
		expect(await said(settings)).toContain('The database is of version 99');
	});
});

test('a file that is damaged while the server runs is reopened when a good one is in its place', async () => {
	const { settings, file } = places();
	await (await openBackend({ ...settings, SENDER: 'off' })).close();
	const good = readFileSync(file);
	const lines = await alertsWhile(async () => {
		const backend = await openBackend({ ...settings, SENDER: 'off' });
		onTestFinished(() => backend.close());
		expect((await askHealth(backend)).status).toBe(200);
		// SQLite notices the damage only when somebody writes: until then it has pages in memory
		const other = new DatabaseSync(file);
		other.exec('create table other (id integer)');
		other.exec('pragma wal_checkpoint(truncate)');
		other.close();
		writeFileSync(file, NOT_A_DATABASE);
		await vi.waitFor(
			async () => {
				const answer = await askHealth(backend);
				expect(((await answer.json()) as { code?: string }).code).toBe('storage-damaged');
			},
			{ timeout: 30_000, interval: 100 }
		);
		writeFileSync(file, good);
		await vi.waitFor(
			async () => {
				expect((await askHealth(backend)).status).toBe(200);
			},
			{ timeout: 30_000, interval: 100 }
		);
	});
	expect(lines).toContain('database-away');
	expect(lines).toContain('database-back');
});

test('a wrong setting stops the start before anything is made', async () => {
	const { settings, folder } = places();
	expect(await problemOf({ ...settings, SENDER: 'maybe' })).toContain('SENDER must be on or off');
	expect(existsSync(join(folder, 'vapid'))).toBe(false);
});
