import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { parseJson } from '#lib/edition/parse-json.ts';
import type { Approvers, Proof } from '../read/approvers.ts';
import { personOf } from './approvals.ts';

/** Whose word an approval is: that of a passkey on record, nobody's, or not that of the one it names. */
export type ProofState = 'proved' | 'unproved' | 'wrong';

interface Approved {
	readonly name: string;
	/** Of the text, in hex: what was signed. */
	readonly hash: string;
	readonly proof?: Proof | undefined;
}

/** What a browser says of a signature that it asked for. It may add fields. */
const ClientData = v.object({
	type: v.literal('webauthn.get'),
	challenge: v.string(),
	origin: v.pipe(v.string(), v.url()),
	crossOrigin: v.optional(v.literal(false))
});

/** The person was there, and showed the authenticator who they are. */
const PRESENT_AND_VERIFIED = 0b101;

/** Whether a passkey of the person who is named has signed the hash of this very text. */
export function verifyProof({ name, hash, proof }: Approved, approvers: Approvers): ProofState {
	if (!proof) return 'unproved';
	const own = approvers.people.filter((it) => personOf(it.name) === personOf(name));
	const key = own.flatMap(({ keys }) => keys).find((it) => it.credential === proof.credential);
	const publicKey = key && readPublicKey(key.publicKey);
	if (!key || !publicKey) return 'wrong';
	const clientData = Buffer.from(proof.clientData, 'base64url');
	const data = Buffer.from(proof.authenticatorData, 'base64url');
	if (!isFor(hash, key.host, clientData) || !isOfHost(key.host, data)) return 'wrong';
	const signed = Buffer.concat([data, sha256(clientData)]);
	const signature = Buffer.from(proof.signature, 'base64url');
	return verify('sha256', signed, publicKey, signature) ? 'proved' : 'wrong';
}

/** `undefined` for what is no public key of ES256. */
export function readPublicKey(spki: string): KeyObject | undefined {
	try {
		const key = Buffer.from(spki, 'base64url');
		const read = createPublicKey({ key, format: 'der', type: 'spki' });
		const isEs256 = read.asymmetricKeyDetails?.namedCurve === 'prime256v1';
		return read.asymmetricKeyType === 'ec' && isEs256 ? read : undefined;
	} catch {
		// bytes that are no key
		return undefined;
	}
}

function isFor(hash: string, host: string, bytes: Buffer): boolean {
	const said = v.safeParse(ClientData, parseJson(bytes.toString('utf8')));
	if (!said.success) return false;
	const challenge = Buffer.from(hash, 'hex').toString('base64url');
	return said.output.challenge === challenge && new URL(said.output.origin).hostname === host;
}

/** Authenticator data begin with the hash of the host and a byte of flags. */
function isOfHost(host: string, data: Buffer): boolean {
	const flags = data[32] ?? 0;
	const isVerified = (flags & PRESENT_AND_VERIFIED) === PRESENT_AND_VERIFIED;
	return isVerified && data.length >= 37 && data.subarray(0, 32).equals(sha256(Buffer.from(host)));
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
