import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Bytes } from './bytes.ts';
import { roleType, signedMessage, type Envelope, type Role } from './envelope.ts';
import { ECDSA, type TrustedRole } from './root.ts';

declare const verified: unique symbol;

/** Proof, in the type system, that enough trusted keys signed exactly these bytes. */
export type VerifiedBytes = Bytes & { readonly [verified]: true };

export interface Signed {
	readonly bytes: VerifiedBytes;
	/** The trusted keys that signed. */
	readonly signers: readonly string[];
}

/** Checks the bytes as received, before anything parses them: no canonical form is needed. */
export async function verifySigned(
	role: Role,
	{ type, payload, signatures }: Envelope,
	{ keys, threshold }: TrustedRole
): Promise<Result<Signed, 'below-threshold'>> {
	// its signatures could be good all the same: but a file that says two things is not read
	if (type !== undefined && type !== roleType(role)) return fail('below-threshold');
	const message = signedMessage(role, payload);
	const signers = new Set<string>(); // a set: one key that signs twice still counts once

	for (const { keyId, signature } of signatures) {
		const key = keys.get(keyId);
		if (key && (await crypto.subtle.verify(ECDSA, key, signature, message))) signers.add(keyId);
	}
	if (signers.size < threshold) return fail('below-threshold');
	return ok({ bytes: payload as VerifiedBytes, signers: [...signers] });
}
