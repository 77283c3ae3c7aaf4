import { parseJson } from '#lib/edition/text/parse-json.ts';
import {
	isAuthenticatorOf,
	isClientDataOf,
	verifyAssertion,
	type Asked
} from '../../compiler/approvals/verify-assertion.ts';
import { readPublicKey } from '../../compiler/approvals/verify-proof.ts';
import type { PasskeyProof } from '../core/contract/approvals.ts';
import type { NewPasskey } from '../core/contract/team.ts';

/** What a page says that its passkey was asked; proves nothing until it is verified. */
export function challengeIn(clientData: string): string {
	const said = parseJson(Buffer.from(clientData, 'base64url').toString('utf8'));
	const { challenge } = (said ?? {}) as { readonly challenge?: unknown };
	return typeof challenge === 'string' ? challenge : '';
}

/** Whether a passkey on record has signed what this server asked. */
export function isSignedBy(publicKey: string, proof: PasskeyProof, asked: Asked): boolean {
	const key = readPublicKey(publicKey);
	return key !== undefined && verifyAssertion(proof, key, asked);
}

/** In authenticator data the identifier of a new passkey stands behind these, after its length. */
const LENGTH_AT = 53;
const ID_AT = LENGTH_AT + 2;

/** Whether a passkey was made here, now, for this; who made it says nobody, and nobody is asked. */
export function isMadeHere(made: NewPasskey, asked: Asked): boolean {
	const clientData = Buffer.from(made.clientData, 'base64url');
	const data = Buffer.from(made.authenticatorData, 'base64url');
	if (!readPublicKey(made.publicKey) || data.length < ID_AT) return false;
	const id = data.subarray(ID_AT, ID_AT + data.readUInt16BE(LENGTH_AT));
	return (
		isClientDataOf('webauthn.create', clientData, asked) &&
		isAuthenticatorOf(asked.host, data) &&
		id.equals(Buffer.from(made.credential, 'base64url'))
	);
}
