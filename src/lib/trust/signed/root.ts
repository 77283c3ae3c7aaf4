import * as v from 'valibot';
import { Instant } from '#lib/edition/vocabulary.ts';
import { fromBase64Url, toBase64Url, type Bytes } from './bytes.ts';

/** ECDSA P-256 with SHA-256: in every browser's WebCrypto, on the oldest phone that we serve. */
export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** The 27 bytes in front of x and y in an SPKI of P-256 with an uncompressed point, base64url. */
const PREFIX = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
/** 91 bytes. */
const SPKI_CHARACTERS = 122;

const KeyId = v.pipe(v.string(), v.length(43), v.regex(/^[A-Za-z0-9_-]+$/));
const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const holders = (leastThreshold: number) =>
	v.pipe(
		v.object({
			keyIds: v.pipe(v.array(KeyId), v.maxLength(16)),
			threshold: v.pipe(v.number(), v.safeInteger(), v.minValue(leastThreshold))
		}),
		v.check(({ keyIds, threshold }) => new Set(keyIds).size >= threshold)
	);

/** TUF's root: the keys, which role each may sign for, and how many must. */
export const Root = v.object({
	version: Version,
	issued: Instant,
	expires: Instant,
	/** Key id → SPKI, base64url. The id is recomputed when the key is used. */
	keys: v.record(KeyId, v.pipe(v.string(), v.maxLength(256), v.regex(/^[A-Za-z0-9_-]+$/))),
	roles: v.object({
		root: holders(2),
		head: holders(1),
		edition: holders(1),
		/** Those who approve a critical notice. May be empty until notices exist. */
		approver: v.object({
			keyIds: v.pipe(v.array(KeyId), v.maxLength(16)),
			threshold: v.pipe(v.number(), v.safeInteger(), v.minValue(1))
		})
	})
});
export type Root = v.InferOutput<typeof Root>;
export type RootRole = keyof Root['roles'];

/** The keys that may sign for one role, ready for WebCrypto. */
export interface TrustedRole {
	readonly keys: ReadonlyMap<string, CryptoKey>;
	readonly threshold: number;
}

/** SHA-256 of the key's SPKI, base64url: 43 characters. */
export async function keyIdOf(spki: Bytes): Promise<string> {
	return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', spki)));
}

/**
 * The one way in which a key is read: the 91-byte SPKI of an uncompressed point, base64url. Browsers
 * import other encodings of the same key as well, and each has another hash: one key would count as
 * several, and meet a threshold alone. `undefined` where it is anything else.
 */
export async function parsePublicKey(
	text: string
): Promise<{ readonly keyId: string; readonly key: CryptoKey } | undefined> {
	if (text.length !== SPKI_CHARACTERS || !text.startsWith(PREFIX)) return;
	try {
		const spki = fromBase64Url(text);
		// refuses what is no point of the curve
		const key = await crypto.subtle.importKey('spki', spki, ECDSA, false, ['verify']);
		return { keyId: await keyIdOf(spki), key };
	} catch {
		// another spelling of the base64url, or no key: as good as absent
		return;
	}
}

/** A key whose id does not match its bytes, or that is in no known form, is left out: it cannot sign. */
export async function trustedRole(root: Root, role: RootRole): Promise<TrustedRole> {
	const { keyIds, threshold } = root.roles[role];
	const keys = new Map<string, CryptoKey>();
	for (const keyId of new Set(keyIds)) {
		const found = await parsePublicKey(root.keys[keyId] ?? '');
		if (found?.keyId === keyId) keys.set(keyId, found.key);
	}
	return { keys, threshold };
}

/** Whether those who signed may, by this root, still speak for the role. */
export function isInRole(root: Root, role: RootRole, signers: readonly string[]): boolean {
	const { keyIds, threshold } = root.roles[role];
	return keyIds.filter((keyId) => signers.includes(keyId)).length >= threshold;
}
