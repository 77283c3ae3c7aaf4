import {
	createHash,
	createPrivateKey,
	generateKeyPairSync,
	randomUUID,
	type KeyObject
} from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key pair that identifies this server to push services (RFC 8292). */
export interface VapidKeyPair {
	/** SHA-256 of the 65 bytes of the public key, base64url. */
	readonly keyId: string;
	/** 65 bytes, an uncompressed point of P-256, base64url: what `subscribe()` takes. */
	readonly publicKey: string;
	readonly privateKey: KeyObject;
}

export interface VapidKeys {
	/** The newest key. New subscriptions are bound to it. */
	readonly current: VapidKeyPair;
	/** Any stored key: a subscription needs the key that it was made with for as long as it exists. */
	readonly find: (keyId: string) => VapidKeyPair | undefined;
}

const KEY_FILE = /^(\d{1,6})\.pem$/;
/** A point of P-256, uncompressed: 0x04, x, y. */
const POINT_BYTES = 65;

/**
 * Loads the VAPID keys in `folder`: `1.pem`, `2.pem` …, PKCS#8. If there is none, makes the first.
 * Throws on a file that is no such key: without its key, a subscription is lost.
 */
export function loadVapidKeys(folder: string): VapidKeys {
	let numbers = listKeys(folder);
	if (numbers.length === 0) {
		addVapidKey(folder);
		numbers = listKeys(folder);
	}
	const pairs = numbers.map((number) => readKey(join(folder, `${String(number)}.pem`)));
	const byId = new Map(pairs.map((pair) => [pair.keyId, pair]));
	const current = pairs.at(-1);
	if (current === undefined) throw new Error(`${folder} has no VAPID key`);
	return { current, find: (keyId) => byId.get(keyId) };
}

/**
 * Makes a new key, which is offered to phones from the next start on. Older keys stay, and sign for the
 * subscriptions that were made with them. Two processes that start at the same time make one key.
 */
export function addVapidKey(folder: string): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const next = (listKeys(folder).at(-1) ?? 0) + 1;
	const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const draft = join(folder, `.${randomUUID()}`);
	writeFileSync(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
	try {
		// linking is atomic, and does not replace a key that another process has made
		linkSync(draft, join(folder, `${String(next)}.pem`));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(draft, { force: true });
	}
}

function listKeys(folder: string): number[] {
	try {
		const numbers = readdirSync(folder).flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []);
		return numbers.map(Number).sort((a, b) => a - b);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

function readKey(file: string): VapidKeyPair {
	const privateKey = parseKey(file);
	if (privateKey?.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
		throw new Error(
			`${file} is no P-256 key in PKCS#8. Put the right file back from a backup: ` +
				'without it, the subscriptions that were made with it get nothing more.'
		);
	}
	const jwk = privateKey.export({ format: 'jwk' });
	const point = Buffer.concat([
		Buffer.from([4]),
		Buffer.from(jwk.x ?? '', 'base64url'),
		Buffer.from(jwk.y ?? '', 'base64url')
	]);
	if (point.length !== POINT_BYTES) throw new Error(`${file}: not a point of P-256`);
	return { keyId: toKeyId(point), publicKey: point.toString('base64url'), privateKey };
}

function parseKey(file: string): KeyObject | undefined {
	const pem = readFileSync(file);
	try {
		return createPrivateKey(pem);
	} catch {
		// not a key at all: the caller throws, with the name of the file
		return undefined;
	}
}

/** The id of a VAPID public key of 65 bytes. */
const toKeyId = (point: Uint8Array): string =>
	createHash('sha256').update(point).digest('base64url');
