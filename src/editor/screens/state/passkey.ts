import type { PasskeyProof, PasskeyRegistration } from '../../core/contract/approvals.ts';
import type { NewPasskey } from '../../core/contract/team.ts';

/** ECDSA on P-256 with SHA-256: what the compiler can verify without a library. */
const ES256 = -7;

const toBase64Url = (bytes: ArrayBuffer): string =>
	new Uint8Array(bytes).toBase64({ alphabet: 'base64url', omitPadding: true });

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.fromBase64(text, { alphabet: 'base64url' });

/** Makes a passkey for approvals. Rejects where the browser has none, or they said no. */
export async function makePasskey(name: string): Promise<PasskeyRegistration> {
	// nobody checks who made the key: the team does, when it sees the change
	const challenge = crypto.getRandomValues(new Uint8Array(32));
	const { credential, publicKey } = await newPasskey(name, challenge);
	return { name, credential, publicKey };
}

/** Makes the passkey that somebody signs in with, for what the server asked. */
export const makePasskeyFor = (name: string, challenge: string): Promise<NewPasskey> =>
	newPasskey(name, fromBase64Url(challenge));

async function newPasskey(name: string, challenge: BufferSource): Promise<NewPasskey> {
	const credential = (await navigator.credentials.create({
		publicKey: {
			rp: { name: 'Handrail', id: location.hostname },
			user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
			challenge,
			pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
			// one that is found by this address alone: nobody names it when it is asked to sign
			authenticatorSelection: {
				residentKey: 'required',
				requireResidentKey: true,
				userVerification: 'required'
			},
			attestation: 'none'
		}
	})) as PublicKeyCredential | null;
	const response = credential?.response as AuthenticatorAttestationResponse | undefined;
	const key = response?.getPublicKey();
	if (!credential || !response || !key) throw new Error('no passkey');
	return {
		credential: toBase64Url(credential.rawId),
		publicKey: toBase64Url(key),
		authenticatorData: toBase64Url(response.getAuthenticatorData()),
		clientData: toBase64Url(response.clientDataJSON)
	};
}

/** Signs the hash of a text, in hex, with any passkey of this screen that the person chooses. */
export const signWithPasskey = (hash: string): Promise<PasskeyProof> =>
	signed(Uint8Array.fromHex(hash));

/** Signs what the server asked of whoever wants to come in. */
export const signFor = (challenge: string): Promise<PasskeyProof> =>
	signed(fromBase64Url(challenge));

async function signed(challenge: BufferSource): Promise<PasskeyProof> {
	const credential = (await navigator.credentials.get({
		publicKey: {
			challenge,
			rpId: location.hostname,
			userVerification: 'required'
		}
	})) as PublicKeyCredential | null;
	if (!credential) throw new Error('no passkey');
	const response = credential.response as AuthenticatorAssertionResponse;
	return {
		credential: toBase64Url(credential.rawId),
		authenticatorData: toBase64Url(response.authenticatorData),
		clientData: toBase64Url(response.clientDataJSON),
		signature: toBase64Url(response.signature)
	};
}
