import { DAY_MS } from '#lib/edition/durations.ts';
import { instantMs } from '#lib/edition/dates.ts';
import { Head } from '#lib/edition/edition.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { sha256Hex, type Bytes } from './signed/bytes.ts';
import { parseEnvelope } from './signed/envelope.ts';
import { checkEditionVersion, notOlder, type VersionRejection } from './is-rollback.ts';
import { parseVerified } from './signed/parse-verified.ts';
import { trustedRole } from './signed/root.ts';
import type { Seen, TrustState } from './trust-state.ts';
import { verifySigned } from './signed/verify-signed.ts';

export type HeadRejection =
	'malformed' | 'below-threshold' | 'lifetime' | 'root-unreachable' | VersionRejection;

/** A head that lived longer could hide everything newer for longer: how long a freeze can last. */
const MAX_LIFETIME_MS = 14 * DAY_MS;

/**
 * Verifies a head against the newest root, then against what was seen before. An expired one is
 * accepted: it may bring a newer edition, and `freshness` never calls it current.
 */
export async function acceptHead(
	state: TrustState,
	file: Bytes,
	floor: number
): Promise<Result<Seen, HeadRejection>> {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) return envelope;
	const signed = await verifySigned('head', envelope.value, await trustedRole(state.root, 'head'));
	if (!signed.ok) return signed;
	const parsed = parseVerified(Head, signed.value.bytes);
	if (!parsed.ok) return parsed;

	const head: Head = parsed.value;
	const sha256 = await sha256Hex(signed.value.bytes);
	const lifetimeMs = instantMs(head.expires) - instantMs(head.issued);
	if (!(lifetimeMs > 0 && lifetimeMs <= MAX_LIFETIME_MS)) return fail('lifetime');
	// a newer root may have revoked the key that signed this: without it, nothing can be said
	if (head.root > state.root.version) return fail('root-unreachable');

	const known = state.seen && { version: state.seen.head.version, sha256: state.seen.sha256 };
	const versions = [
		notOlder(known, { version: head.version, sha256 }),
		checkEditionVersion(state, head.edition, floor)
	];
	for (const it of versions) if (!it.ok) return it;
	return ok({ head, sha256, signers: [...signed.value.signers], isEditionFloor: true });
}
