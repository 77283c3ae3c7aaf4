import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { openBackend } from './open-backend.ts';
import { isStartError } from './start-error.ts';

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

test('makes its database and its keys, sends, and stops; the second stop changes nothing', async () => {
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

test('a database that cannot be opened stops the start, and no password is in the sentence', async () => {
	const { settings, folder } = places();
	writeFileSync(join(folder, 'data'), 'a file where a folder must be');
	expect(await problemOf(settings)).toMatch(/cannot be opened .* Its folder must be writable/);
	const url = 'postgres://handrail:secret-word@127.0.0.1:1/handrail';
	const said = await problemOf({ ...settings, DATABASE_URL: url });
	expect(said).toContain('The database of DATABASE_URL cannot be opened (ECONNREFUSED)');
	expect(said).not.toContain('secret-word');
});

test('a wrong setting stops the start before anything is made', async () => {
	const { settings, folder } = places();
	expect(await problemOf({ ...settings, SENDER: 'maybe' })).toContain('SENDER must be on or off');
	expect(existsSync(join(folder, 'vapid'))).toBe(false);
});
