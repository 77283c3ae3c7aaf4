import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { ECDH, createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	aKey,
	aRoot,
	keys as someKeys,
	otherForms,
	signedFile
} from '#tests/support/publisher/publisher-keys.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { isSignedFor, signFile } from './sign-file.ts';
import { anchorOf, isInChain, readCommittedAnchor, writeAnchorModule } from './anchor-file.ts';
import { ensureDemoKeys, isDemoFolder } from './demo-keys.ts';
import { keyPath, readKey, type KeyFolder } from './key-files.ts';
import { makeKeySet } from './make-keys.ts';
import { renewRoot, rotateKey } from './next-root.ts';
import { readRoots } from './roots.ts';
import { loadSigner } from './load-signer.ts';

const now = new Date('2026-11-24T12:00:00Z');
const PASSPHRASE = 'correct horse battery';

/** A publisher's keys, as `keys create` makes them. */
async function realKeys(): Promise<KeyFolder> {
	const folder = join(aTemporaryFolder(), 'keys');
	await makeKeySet(folder, PASSPHRASE, now);
	return { folder, isDemo: false, passphrase: () => Promise.resolve(PASSPHRASE) };
}

async function demoKeys(): Promise<KeyFolder> {
	const folder = join(aTemporaryFolder(), 'keys');
	await ensureDemoKeys(folder, now);
	return { folder, isDemo: true, passphrase: () => Promise.reject(new Error('asked')) };
}

const newestRoot = async ({ folder }: KeyFolder) => {
	const root = (await readRoots(folder)).at(-1)?.root;
	if (!root) throw new Error('no root');
	return root;
};

const firstOf = async (keys: KeyFolder, role: 'root' | 'head' | 'edition') =>
	(await newestRoot(keys)).roles[role].keyIds[0] ?? '';

describe('key files', () => {
	test('are encrypted, and readable by their owner only', async () => {
		const { folder } = await realKeys();
		const files = readdirSync(folder).filter((name) => name.endsWith('.pem'));
		expect(files).toHaveLength(7);
		for (const name of files) {
			const pem = readFileSync(join(folder, name), 'utf8');
			expect(pem).toContain('BEGIN ENCRYPTED PRIVATE KEY');
			expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
		}
	});

	test('open with their passphrase and no other', async () => {
		const keys = await realKeys();
		const keyId = await firstOf(keys, 'head');
		await expect(readKey(keys, 'head', keyId)).resolves.toMatchObject({ keyId });

		const wrong = { ...keys, passphrase: () => Promise.resolve('another passphrase') };
		await expect(readKey(wrong, 'head', keyId)).rejects.toThrow(/wrong passphrase/);
		await expect(readKey(wrong, 'head', keyId)).rejects.not.toThrow(/another passphrase/);
	});

	test('that others on the machine can read are refused', async () => {
		const keys = await realKeys();
		const keyId = await firstOf(keys, 'head');
		chmodSync(keyPath(keys.folder, 'head', keyId), 0o640);
		await expect(readKey(keys, 'head', keyId)).rejects.toThrow(/chmod 600/);
	});

	test('without encryption are refused outside of a demo folder', async () => {
		const demo = await demoKeys();
		const keyId = await firstOf(demo, 'head');
		await expect(readKey({ ...demo, isDemo: false }, 'head', keyId)).rejects.toThrow(
			/not encrypted/
		);
	});

	test('that hold another key than their name says are refused', async () => {
		const demo = await demoKeys();
		const head = await firstOf(demo, 'head');
		const edition = await firstOf(demo, 'edition');
		const other = readFileSync(keyPath(demo.folder, 'edition', edition));
		writeFileSync(keyPath(demo.folder, 'head', head), other);
		await expect(readKey(demo, 'head', head)).rejects.toThrow(/another key/);
	});
});

test('a private key whose public half is not in the one encoding is refused, and named', async () => {
	const demo = await demoKeys();
	const head = await firstOf(demo, 'head');
	const path = keyPath(demo.folder, 'head', head);
	const jwk = createPrivateKey(readFileSync(path)).export({ format: 'jwk' });
	const point = Buffer.from(`04${hexOf(jwk.x)}${hexOf(jwk.y)}`, 'hex');
	const compressed = ECDH.convertKey(point, 'prime256v1', undefined, 'hex', 'compressed');
	// SEC 1: the private number, the curve, the public point
	const sec1 = `3057020101 0420${hexOf(jwk.d)} a00a06082a8648ce3d030107 a124032200${String(compressed)}`;
	const der = Buffer.from(sec1.replaceAll(' ', ''), 'hex');
	const pem = createPrivateKey({ key: der, format: 'der', type: 'sec1' });
	writeFileSync(path, pem.export({ type: 'pkcs8', format: 'pem' }));
	await expect(readKey(demo, 'head', head)).rejects.toThrow(/head-.*uncompressed point/);
});

const hexOf = (text = ''): string => Buffer.from(text, 'base64url').toString('hex');

describe('roots', () => {
	test('that name a key in another encoding are refused, with the key', async () => {
		const approver = await aKey();
		const forms = Object.values(await otherForms(approver));
		for (const form of forms) {
			const held = { root: await someKeys(3), head: [await aKey()], edition: [await aKey()] };
			const root = aRoot({ ...held, approver: [approver, form] });
			const folder = aTemporaryFolder();
			mkdirSync(join(folder, 'trust'));
			const file = await signedFile('root', root, held.root);
			writeFileSync(join(folder, 'trust', '1.root.json'), file);
			await expect(readRoots(folder)).rejects.toThrow(`the approver key ${form.keyId}`);
		}
	});

	test('begin with one that two of three keys must sign', async () => {
		const root = await newestRoot(await realKeys());
		expect(root.version).toBe(1);
		expect(root.roles.root).toMatchObject({ threshold: 2 });
		expect(root.roles.root.keyIds).toHaveLength(3);
		expect(root.expires).toBe('2027-11-24T12:00:00.000Z');
	});

	test('are refused if one does not follow from the one before', async () => {
		const ours = await demoKeys();
		const theirs = await demoKeys();
		await renewRoot(theirs, now);
		const stranger = readFileSync(join(theirs.folder, 'trust', '2.root.json'));
		writeFileSync(join(ours.folder, 'trust', '2.root.json'), stranger);
		await expect(readRoots(ours.folder)).rejects.toThrow(/does not follow/);
	});

	test('are refused if one is missing in between', async () => {
		const keys = await demoKeys();
		await renewRoot(keys, now);
		await renewRoot(keys, now);
		rmSync(join(keys.folder, 'trust', '2.root.json'));
		await expect(readRoots(keys.folder)).rejects.toThrow(/does not follow/);
	});
});

describe('rotation', () => {
	test.each(['head', 'edition'] as const)('of the %s key takes the old one out', async (role) => {
		const keys = await realKeys();
		const old = await readKey(keys, role, await firstOf(keys, role));
		const { root } = await rotateKey(keys, role, undefined, now);

		expect(root.version).toBe(2);
		const by = async (keyId: string) => signFile(role, '{}', [await readKey(keys, role, keyId)]);
		expect(await isSignedFor(role, await by(old.keyId), root)).toBe(false);
		expect(await isSignedFor(role, await by(root.roles[role].keyIds[0] ?? ''), root)).toBe(true);
	});

	test('of a lost root key works with the two that are left', async () => {
		const keys = await realKeys();
		const lost = await firstOf(keys, 'root');
		rmSync(keyPath(keys.folder, 'root', lost));
		const { root } = await rotateKey(keys, 'root', undefined, now);
		expect(root.roles.root.keyIds).not.toContain(lost);
		// signed by enough keys of the root before and of its own, or it would not be read
		await expect(readRoots(keys.folder)).resolves.toHaveLength(2);
	});

	test('is refused with one root key alone, and leaves nothing behind', async () => {
		const keys = await realKeys();
		const { roles } = await newestRoot(keys);
		for (const keyId of roles.root.keyIds.slice(1)) rmSync(keyPath(keys.folder, 'root', keyId));
		const before = readdirSync(keys.folder);
		await expect(rotateKey(keys, 'head', undefined, now)).rejects.toThrow(/2 root keys must sign/);
		expect(readdirSync(keys.folder)).toEqual(before);
	});

	test('of a key that holds no role is refused', async () => {
		const keys = await demoKeys();
		await expect(rotateKey(keys, 'head', 'nobody', now)).rejects.toThrow(/No key nobody/);
	});
});

describe('demo keys', () => {
	test('are made once, and then left alone', async () => {
		const { folder } = await demoKeys();
		const before = readdirSync(folder);
		await ensureDemoKeys(folder, now);
		expect(readdirSync(folder)).toEqual(before);
		expect(isDemoFolder(folder)).toBe(true);
	});

	test.each([
		['31 days before its end is kept', '2027-10-24T11:00:00Z', 1],
		['30 days before its end is renewed', '2027-10-25T12:00:00Z', 2]
	])('have a root that %s', async (_name, day, version) => {
		const keys = await demoKeys();
		await ensureDemoKeys(keys.folder, new Date(day));
		expect((await newestRoot(keys)).version).toBe(version);
	});

	test('never take the place of a publisher’s', async () => {
		const { folder } = await realKeys();
		await ensureDemoKeys(folder, new Date('2030-01-01T00:00:00Z'));
		await expect(readRoots(folder)).resolves.toHaveLength(1);
	});
});

describe('the anchor', () => {
	test('is written as a module, and not again if it is the same', async () => {
		const { folder } = await demoKeys();
		const [first] = await readRoots(folder);
		const module = join(folder, 'generated', 'anchor.ts');
		if (!first) throw new Error('no root');
		writeAnchorModule(module, anchorOf(first, true));
		const { mtimeMs } = statSync(module);
		writeAnchorModule(module, anchorOf(first, true));
		expect(statSync(module).mtimeMs).toBe(mtimeMs);
		expect(readFileSync(module, 'utf8')).toContain('"floor":1,"isDemo":true}');
	});

	test('that is committed wins, and keys that it does not trust are refused', async () => {
		const publisher = await realKeys();
		const [first] = await readRoots(publisher.folder);
		const content = aTemporaryFolder();
		if (!first) throw new Error('no root');
		const anchor = anchorOf(first, false);
		writeFileSync(join(content, 'anchor.json'), JSON.stringify(anchor));
		expect(readCommittedAnchor(content)).toEqual(anchor);

		const demo = await demoKeys();
		const open = ({ folder, passphrase }: KeyFolder, isCompared = false) =>
			loadSigner({ content, keys: folder, passphrase, now, isCompared });
		await expect(open(demo)).rejects.toThrow(/trusts other keys/);
		await expect(open(publisher)).resolves.toMatchObject({ isDemo: false });
		// a stranger compares a build: demo keys sign, and the app trusts the publisher
		await expect(open(demo, true)).resolves.toMatchObject({ isDemo: true, anchor });
		await expect(open(publisher, true)).rejects.toThrow(/leave --keys out/);
	});

	test('stays good when roots follow it', async () => {
		const keys = await demoKeys();
		const [first] = await readRoots(keys.folder);
		await renewRoot(keys, now);
		if (!first) throw new Error('no root');
		expect(isInChain(anchorOf(first, true), await readRoots(keys.folder))).toBe(true);
	});

	test('that cannot be read stops the build', () => {
		const content = aTemporaryFolder();
		expect(readCommittedAnchor(content)).toBeUndefined();
		writeFileSync(join(content, 'anchor.json'), '{"root":"x"}');
		expect(() => readCommittedAnchor(content)).toThrow(/is not an anchor/);
		expect(existsSync(join(content, 'anchor.json'))).toBe(true);
	});
});
