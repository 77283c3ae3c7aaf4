import { sign } from 'node:crypto';
import { toBytes, type Bytes } from '#lib/trust/signed/bytes.ts';
import {
	formatEnvelope,
	parseEnvelope,
	signedMessage,
	type Role
} from '#lib/trust/signed/envelope.ts';
import { trustedRole, type Root, type RootRole } from '#lib/trust/signed/root.ts';
import { verifySigned } from '#lib/trust/signed/verify-signed.ts';
import type { SigningKey } from './key-files.ts';

/** A signed file: `payload` is published exactly as given, under a header line of signatures. */
export function signFile(role: Role, payload: string, keys: readonly SigningKey[]): Bytes {
	const bytes = toBytes(payload);
	const message = signedMessage(role, bytes);
	const signatures = keys.map(({ keyId, privateKey: key }) => {
		// `r‖s`, as WebCrypto reads it on the phone
		const signature = sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' });
		return { keyId, signature: new Uint8Array(signature) };
	});
	return formatEnvelope(role, { payload: bytes, signatures });
}

/** Whether phones under this root would accept the file for this role. */
export async function isSignedFor(
	role: Role & RootRole,
	file: Bytes,
	root: Root
): Promise<boolean> {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) return false;
	return (await verifySigned(role, envelope.value, await trustedRole(root, role))).ok;
}
