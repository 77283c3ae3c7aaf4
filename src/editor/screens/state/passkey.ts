import type { PasskeyProof, PasskeyRegistration } from '../../core/contract/approvals.ts';

/** ECDSA on P-256 with SHA-256: what the compiler can verify without a library. */
const ES256 = -7;

const toBase64Url = (bytes: ArrayBuffer): string =>
	new Uint8Array(bytes).toBase64({ alphabet: 'base64url', omitPadding: true });

/** Makes a passkey for a person of this team. Rejects where the browser has none, or they said no. */
export async function makePasskey(name: string): Promise<PasskeyRegistration> {
	const credential = (await navigator.credentials.create({
		publicKey: {
			rp: { name: 'Handrail', id: location.hostname },
			user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
			// nobody checks who made the key: the team does, when it sees the change
			challenge: crypto.getRandomValues(new Uint8Array(32)),
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
	if (!credential || !key) throw new Error('no passkey');
	return {
		name,
		credential: toBase64Url(credential.rawId),
		publicKey: toBase64Url(key)
	};
}

/** Signs the hash of a text, in hex, with any passkey of this screen that the person chooses. */
export async function signWithPasskey(hash: string): Promise<PasskeyProof> {
	const credential = (await navigator.credentials.get({
		publicKey: {
			challenge: Uint8Array.fromHex(hash),
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
