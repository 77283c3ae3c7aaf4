import { fromBase64Url, toBase64Url, toBytes, type Bytes } from '#lib/trust/signed/bytes.ts';
import { formatEnvelope, signedMessage, type Role } from '#lib/trust/signed/envelope.ts';
import { ECDSA, keyIdOf, type Root } from '#lib/trust/signed/root.ts';

export interface TestKey {
	readonly keyId: string;
	/** SPKI, base64url. */
	readonly spki: string;
	readonly privateKey: CryptoKey;
}

/** A fresh key for each test: none in the repository, so none can leak or be trusted by mistake. */
export async function aKey(): Promise<TestKey> {
	const pair = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
	const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
	return {
		keyId: await keyIdOf(spki),
		spki: toBase64Url(spki),
		privateKey: pair.privateKey
	};
}

export const keys = (count: number): Promise<TestKey[]> =>
	Promise.all(Array.from({ length: count }, aKey));

/** Other encodings of a key that browsers also import: one key under several key ids. */
export async function otherForms(key: TestKey): Promise<Record<string, TestKey>> {
	const hex = Buffer.from(fromBase64Url(key.spki)).toString('hex');
	const [x, y] = [hex.slice(54, 118), hex.slice(118)];
	const isOdd = /[13579bdf]$/.test(y);
	const algorithm = '301306072a8648ce3d020106082a8648ce3d030107';
	const spkis = {
		compressed: `3039${algorithm}032200${isOdd ? '03' : '02'}${x}`,
		hybrid: `3059${algorithm}034200${isOdd ? '07' : '06'}${x}${y}`,
		'with a byte after it': `${hex}00`,
		'with a length in the long form': `3081${hex.slice(2)}`
	};
	const forms = Object.entries(spkis).map(async ([name, text]) => {
		const spki = new Uint8Array(Buffer.from(text, 'hex'));
		return [name, { ...key, keyId: await keyIdOf(spki), spki: toBase64Url(spki) }] as const;
	});
	return Object.fromEntries(await Promise.all(forms));
}

/** A signed file in the bytes that a host serves. */
export async function signedFile(
	role: Role,
	content: unknown,
	signers: readonly TestKey[]
): Promise<Bytes> {
	const payload = toBytes(JSON.stringify(content));
	const message = signedMessage(role, payload);
	const signatures = signers.map(async ({ keyId, privateKey }) => {
		const signature = await crypto.subtle.sign(ECDSA, privateKey, message);
		return { keyId, signature: new Uint8Array(signature) };
	});
	return formatEnvelope(role, { payload, signatures: await Promise.all(signatures) });
}

/** The keys of each role. */
export interface RoleKeys {
	readonly root: readonly TestKey[];
	readonly head: readonly TestKey[];
	readonly edition: readonly TestKey[];
	/** Approvers of critical notices, of whom two must sign. */
	readonly approver?: readonly TestKey[];
}

/** A root with these keys. Two root keys must sign; for other roles one is enough. */
export function aRoot(
	{ root, head, edition, approver = [] }: RoleKeys,
	overrides: Partial<Pick<Root, 'version' | 'issued' | 'expires'>> = {}
): Root {
	const ids = (held: readonly TestKey[]): string[] => held.map(({ keyId }) => keyId);
	return {
		version: 1,
		issued: '2026-11-01T00:00:00.000Z',
		expires: '2027-11-01T00:00:00.000Z',
		keys: Object.fromEntries(
			[...root, ...head, ...edition, ...approver].map((key) => [key.keyId, key.spki])
		),
		roles: {
			root: { keyIds: ids(root), threshold: 2 },
			head: { keyIds: ids(head), threshold: 1 },
			edition: { keyIds: ids(edition), threshold: 1 },
			approver: { keyIds: ids(approver), threshold: approver.length === 0 ? 1 : 2 }
		},
		...overrides
	};
}
