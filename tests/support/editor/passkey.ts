import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Asked {
	readonly challenge: string;
	readonly origin: string;
	readonly flags?: number;
	readonly type?: string;
	readonly host?: string;
	readonly key?: KeyObject;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const PRESENT_AND_VERIFIED = 0b101;
/** Beside them: the data have a passkey in them. */
const WITH_KEY = 0b1000000;

/** A passkey with a real key, for tests of what verifies: it answers as an authenticator does. */
export function aPasskey() {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const id = randomBytes(16);
	const credential = id.toString('base64url');
	const clientDataOf = (type: string, { challenge, origin }: Asked): Buffer =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	const hostOf = ({ host, origin }: Asked): Buffer => sha256(host ?? new URL(origin).hostname);
	return {
		credential,
		/** As `navigator.credentials.create` answers. */
		make(asked: Asked) {
			const flags = (asked.flags ?? PRESENT_AND_VERIFIED) | WITH_KEY;
			const length = Buffer.from([0, id.length]);
			const data = [hostOf(asked), Buffer.from([flags, 0, 0, 0, 0]), Buffer.alloc(16), length, id];
			return {
				credential,
				publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
				authenticatorData: Buffer.concat(data).toString('base64url'),
				clientData: clientDataOf(asked.type ?? 'webauthn.create', asked).toString('base64url')
			};
		},
		/** As `navigator.credentials.get` answers. */
		sign(asked: Asked) {
			const clientData = clientDataOf(asked.type ?? 'webauthn.get', asked);
			const flags = asked.flags ?? PRESENT_AND_VERIFIED;
			const data = Buffer.concat([hostOf(asked), Buffer.from([flags, 0, 0, 0, 1])]);
			const signed = Buffer.concat([data, sha256(clientData)]);
			return {
				credential,
				authenticatorData: data.toString('base64url'),
				clientData: clientData.toString('base64url'),
				signature: sign('sha256', signed, asked.key ?? privateKey).toString('base64url')
			};
		}
	};
}

export type TestPasskey = ReturnType<typeof aPasskey>;
