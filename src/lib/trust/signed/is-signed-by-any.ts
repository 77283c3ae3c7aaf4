import type { Bytes } from './bytes.ts';
import type { Role } from './envelope.ts';
import type { TrustedRole } from './root.ts';
import { verifySigned } from './verify-signed.ts';

/** Whether any key of the role made this signature (raw `r‖s`): a bare one does not say whose it is. */
export async function isSignedByAny(
	role: Role,
	payload: Bytes,
	signature: Bytes,
	{ keys }: TrustedRole
): Promise<boolean> {
	const signatures = [...keys.keys()].map((keyId) => ({ keyId, signature }));
	return (await verifySigned(role, { payload, signatures }, { keys, threshold: 1 })).ok;
}
