import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { addVapidKey, loadVapidKeys } from './vapid-keys.ts';

test('the first start makes a key that only its owner can read, and the next finds it', () => {
	const folder = join(aTemporaryFolder(), 'keys', 'vapid');
	const first = loadVapidKeys(folder);

	expect(Buffer.from(first.current.publicKey, 'base64url')).toHaveLength(65);
	expect(statSync(join(folder, '1.pem')).mode & 0o777).toBe(0o600);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect(loadVapidKeys(folder).current.keyId).toBe(first.current.keyId);
});

test('after a rotation the newest key is offered and the older ones still sign', () => {
	const folder = aTemporaryFolder();
	const old = loadVapidKeys(folder).current;
	for (let count = 0; count < 10; count += 1) addVapidKey(folder);
	const keys = loadVapidKeys(folder);

	expect(keys.current.keyId).not.toBe(old.keyId);
	// 11 comes after 2, although not in the alphabet
	expect(keys.current.keyId).toBe(loadVapidKeys(folder).current.keyId);
	expect(keys.find(old.keyId)?.publicKey).toBe(old.publicKey);
	expect(keys.find('of-somebody-else')).toBeUndefined();
});

test('a key file that is damaged stops the start, by its name', () => {
	const folder = aTemporaryFolder();
	writeFileSync(join(folder, '1.pem'), 'half a key');

	expect(() => loadVapidKeys(folder)).toThrow('1.pem is no P-256 key');
});
