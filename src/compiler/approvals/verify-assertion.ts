import { createHash, verify, type KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import type { Proof } from '../read/approvers.ts';

/** What a browser says of a passkey that it used or made. It may add fields. */
const ClientData = v.object({
	type: v.string(),
	challenge: v.string(),
	origin: v.pipe(v.string(), v.url()),
	crossOrigin: v.optional(v.literal(false))
});

/** What must be so of an answer of a passkey. */
export interface Asked {
	/** In base64url. */
	readonly challenge: string;
	/** The host that the passkey was made for. */
	readonly host: string;
	/** The whole address of the page, where it is known; else its host must be right. */
	readonly origin?: string;
}

/** The person was there, and showed the authenticator who they are. */
const PRESENT_AND_VERIFIED = 0b101;

/** Whether a passkey has signed this challenge, on a page of this host, with its person before it. */
export function verifyAssertion(
	proof: Omit<Proof, 'credential'>,
	publicKey: KeyObject,
	asked: Asked
): boolean {
	const clientData = Buffer.from(proof.clientData, 'base64url');
	const data = Buffer.from(proof.authenticatorData, 'base64url');
	if (!isClientDataOf('webauthn.get', clientData, asked)) return false;
	if (!isAuthenticatorOf(asked.host, data)) return false;
	const signed = Buffer.concat([data, sha256(clientData)]);
	return verify('sha256', signed, publicKey, Buffer.from(proof.signature, 'base64url'));
}

export function isClientDataOf(type: string, bytes: Buffer, asked: Asked): boolean {
	const said = v.safeParse(ClientData, parseJson(bytes.toString('utf8')));
	if (!said.success || said.output.type !== type) return false;
	const { challenge, origin } = said.output;
	if (challenge !== asked.challenge || new URL(origin).hostname !== asked.host) return false;
	return asked.origin === undefined || origin === asked.origin;
}

/** Authenticator data begin with the hash of the host and a byte of flags. */
export function isAuthenticatorOf(host: string, data: Buffer): boolean {
	const flags = data[32] ?? 0;
	const isVerified = (flags & PRESENT_AND_VERIFIED) === PRESENT_AND_VERIFIED;
	return isVerified && data.length >= 37 && data.subarray(0, 32).equals(sha256(Buffer.from(host)));
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
