import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

/** The keys that push messages for a phone are encrypted with. */
export interface PushPhone {
	readonly p256dh: string;
	readonly auth: string;
	/** Decrypts an `aes128gcm` body (RFC 8188, 8291). Throws if it was not encrypted for this phone. */
	readonly decrypt: (body: Buffer) => string;
}

const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer =>
	Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** A phone that has subscribed. Pass `ecdh` and `auth` for a known test vector. */
export function aPushPhone(ecdh: ECDH = newKeys(), auth: Buffer = randomBytes(16)): PushPhone {
	const ours = ecdh.getPublicKey();
	return {
		p256dh: ours.toString('base64url'),
		auth: auth.toString('base64url'),
		decrypt: (body) => {
			const salt = body.subarray(0, 16);
			const theirs = body.subarray(21, 21 + body.readUInt8(20));
			const record = body.subarray(21 + theirs.length);
			const info = Buffer.concat([Buffer.from('WebPush: info\0'), ours, theirs]);
			const key = hkdf(ecdh.computeSecret(theirs), auth, info, 32);
			const secret = hkdf(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
			const nonce = hkdf(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
			const decipher = createDecipheriv('aes-128-gcm', secret, nonce);
			decipher.setAuthTag(record.subarray(-16));
			const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
			// padding: zeros after a delimiter, which is 2 in the only record
			const end = padded.lastIndexOf(2);
			if (end < 0 || padded.subarray(end + 1).some((octet) => octet !== 0)) {
				throw new Error('no end of the record');
			}
			return padded.toString('utf8', 0, end);
		}
	};
}

function newKeys(): ECDH {
	const ecdh = createECDH('prime256v1');
	ecdh.generateKeys();
	return ecdh;
}
