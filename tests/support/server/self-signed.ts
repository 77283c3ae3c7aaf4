import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and a certificate for a TLS server on this machine, PEM. Clients have to trust `cert`. */
export interface Certificate {
	readonly key: string;
	readonly cert: string;
}

/** One DER element (ASN.1). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const head =
		length < 0x80
			? [tag, length]
			: length < 0x100
				? [tag, 0x81, length]
				: [tag, 0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value));

/** 1.2.840.10045.4.3.2, ecdsa-with-SHA256. */
const ECDSA_SHA256 = sequence(hex('06082a8648ce3d040302'));
/** CN (2.5.4.3) = localhost. */
const NAME = sequence(der(0x31, sequence(hex('0603550403'), text(0x0c, 'localhost'))));
const YEAR = 365 * 86_400_000;

/** UTCTime, `yyMMddHHmmssZ`. */
const utcTime = (ms: number): Buffer => {
	const digits = new Date(ms).toISOString().replace(/\D/g, '');
	return text(0x17, `${digits.slice(2, 14)}Z`);
};

/**
 * Makes a self-signed certificate for `localhost` and 127.0.0.1. Made here, so that the repository holds no
 * private key and no tool must be installed.
 */
export function aCertificate(now = Date.now()): Certificate {
	const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
	// subjectAltName (2.5.29.17): a DNS name and an IP address
	const names = sequence(text(0x82, 'localhost'), der(0x87, Buffer.from([127, 0, 0, 1])));
	const extensions = sequence(sequence(hex('0603551d11'), der(0x04, names)));
	const toBeSigned = sequence(
		der(0xa0, hex('020102')),
		der(0x02, Buffer.from([1]), randomBytes(8)),
		ECDSA_SHA256,
		NAME,
		sequence(utcTime(now - YEAR), utcTime(now + YEAR)),
		NAME,
		spki,
		der(0xa3, extensions)
	);
	const signature = sign('sha256', toBeSigned, privateKey);
	const cert = sequence(toBeSigned, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
	const lines = cert.toString('base64').replace(/.{64}/g, '$&\n');
	return {
		key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
	};
}
