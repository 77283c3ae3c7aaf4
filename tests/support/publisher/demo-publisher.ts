import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toBase64Url } from '#lib/trust/signed/bytes.ts';
import { ECDSA, type RootRole } from '#lib/trust/signed/root.ts';
import { keyPath } from '../../../src/compiler/keys/key-files.ts';
import { newest, readRoots } from '../../../src/compiler/keys/roots.ts';
import { demoKeysFolder } from '../../../src/build/site/site-folder.ts';
import { Publisher } from './publisher.ts';
import type { TestKey } from './publisher-keys.ts';

/**
 * A publisher with this clone's demo keys, which the build trusts. The built app accepts its editions, and
 * a test can do what a thief of any of these keys could.
 */
export async function aDemoPublisher(): Promise<Publisher> {
	const publisher = new Publisher(() => new Date());
	const keys = demoKeysFolder();
	const roots = await readRoots(keys);
	const { root: current } = newest(roots, keys);
	const held = async (role: RootRole): Promise<TestKey[]> =>
		Promise.all(current.roles[role].keyIds.map((keyId) => readDemoKey(role, keyId)));

	for (const { root, file } of roots) {
		publisher.roots.push(root);
		publisher.files.set(`trust/${root.version}.root.json`, file);
	}
	publisher.keys.push({
		root: await held('root'),
		head: await held('head'),
		edition: await held('edition')
	});
	return publisher;
}

async function readDemoKey(role: RootRole, keyId: string): Promise<TestKey> {
	const key = createPrivateKey(readFileSync(keyPath(demoKeysFolder(), role, keyId)));
	const der = key.export({ type: 'pkcs8', format: 'der' });
	const privateKey = await crypto.subtle.importKey('pkcs8', der, ECDSA, false, ['sign']);
	const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
	return { keyId, spki: toBase64Url(new Uint8Array(spki)), privateKey };
}
