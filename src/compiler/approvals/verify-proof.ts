import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Approvers, Proof } from '../read/approvers.ts';
import { personOf } from './approvals.ts';
import { verifyAssertion } from './verify-assertion.ts';

/** Whose word an approval is: that of a passkey on record, nobody's, or not that of the one it names. */
export type ProofState = 'proved' | 'unproved' | 'wrong';

interface Approved {
	readonly name: string;
	/** Of the text, in hex: what was signed. */
	readonly hash: string;
	readonly proof?: Proof | undefined;
}

/** Whether a passkey of the person who is named has signed the hash of this very text. */
export function verifyProof({ name, hash, proof }: Approved, approvers: Approvers): ProofState {
	if (!proof) return 'unproved';
	const own = approvers.people.filter((it) => personOf(it.name) === personOf(name));
	const key = own.flatMap(({ keys }) => keys).find((it) => it.credential === proof.credential);
	const publicKey = key && readPublicKey(key.publicKey);
	if (!key || !publicKey) return 'wrong';
	const challenge = Buffer.from(hash, 'hex').toString('base64url');
	return verifyAssertion(proof, publicKey, { challenge, host: key.host }) ? 'proved' : 'wrong';
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
