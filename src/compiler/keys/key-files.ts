import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject
} from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../build/folders/make-folder.ts';
import { toBase64Url } from '#lib/trust/signed/bytes.ts';
import { parsePublicKey, type RootRole } from '#lib/trust/signed/root.ts';
import { Refusal } from '../base/refusal.ts';

/** A private key in memory, under the id that a root names it by. */
export interface SigningKey {
	readonly keyId: string;
	/** base64url. */
	readonly spki: string;
	readonly privateKey: KeyObject;
}

/** ECDSA P-256: see ADR 0003. */
export async function createKey(): Promise<SigningKey> {
	const key = await toSigningKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
	if (!key) throw new Error('Node made a key that is not what it was asked for');
	return key;
}

/** `undefined` for a key that phones would leave out: of another curve, or in another encoding. */
async function toSigningKey(privateKey: KeyObject): Promise<SigningKey | undefined> {
	const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
	const spki = toBase64Url(new Uint8Array(der));
	const key = await parsePublicKey(spki);
	return key && { keyId: key.keyId, spki, privateKey };
}

/** One file a key: `head-<key id>.pem`, so that a key is found without opening any. */
export const keyPath = (folder: string, role: RootRole, keyId: string): string =>
	join(folder, `${role}-${keyId}.pem`);

export const hasKey = (folder: string, role: RootRole, keyId: string): boolean =>
	existsSync(keyPath(folder, role, keyId));

/** PKCS#8, encrypted by PBES2 unless it is a demo key; readable by its owner only. */
export function writeKey(
	folder: string,
	role: RootRole,
	{ keyId, privateKey }: SigningKey,
	passphrase: string | undefined
): void {
	const secret = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
	const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...secret });
	makeFolder(folder, 0o700);
	// `wx`: a key that is there is never written over
	writeFileSync(keyPath(folder, role, keyId), pem, { mode: 0o600, flag: 'wx' });
}

/** How a key folder is opened. */
export interface KeyFolder {
	readonly folder: string;
	/** Unencrypted keys that every clone makes for itself. */
	readonly isDemo: boolean;
	/** Asked for once, and only when a key is needed. */
	readonly passphrase: () => Promise<string>;
}

/** Opens a private key. Refuses a file that others may read, and one that is not the key it says. */
export async function readKey(
	{ folder, isDemo, passphrase }: KeyFolder,
	role: RootRole,
	keyId: string
): Promise<SigningKey> {
	const path = keyPath(folder, role, keyId);
	if (!existsSync(path)) throw new Refusal(`There is no key file ${path}.`);
	refuseIfShared(path);

	const pem = readFileSync(path, 'utf8');
	if (!isDemo && !pem.includes('BEGIN ENCRYPTED PRIVATE KEY')) {
		throw new Refusal(`${path} is not encrypted. Make keys with: npm run keys -- create --to DIR`);
	}
	const key = await toSigningKey(open(pem, path, isDemo ? undefined : await passphrase()));
	if (!key) {
		const form = 'no P-256 key with an uncompressed point, the only kind that phones take';
		throw new Refusal(`${path} is ${form}. Make one with: npm run keys -- rotate`);
	}
	if (key.keyId !== keyId) throw new Refusal(`${path} holds another key than its name says.`);
	return key;
}

function open(pem: string, path: string, passphrase: string | undefined): KeyObject {
	try {
		return createPrivateKey({
			key: pem,
			format: 'pem',
			...(passphrase !== undefined && { passphrase })
		});
	} catch {
		// the library's words differ by version, and could quote what was typed
		throw new Refusal(`${path} cannot be opened: wrong passphrase, or no key file.`);
	}
}

function refuseIfShared(path: string): void {
	// Windows has no such bits
	if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
	throw new Refusal(`${path} can be read by others on this machine. Run: chmod 600 ${path}`);
}
