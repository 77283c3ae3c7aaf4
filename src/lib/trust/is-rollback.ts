import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { TrustState } from './trust-state.ts';

/** A signed file's place in time: its version, and the hash of its payload. */
export interface Numbered {
	readonly version: number;
	readonly sha256: string;
}

/** `conflict`: two payloads under one version, so one of them is not what others get. */
export type VersionRejection = 'rollback' | 'conflict';

/** Accepts what is newer than `known`, or is the very same. */
export function notOlder(
	known: Numbered | undefined,
	offered: Numbered
): Result<void, VersionRejection> {
	if (!known || offered.version > known.version) return ok(undefined);
	if (offered.version < known.version) return fail('rollback');
	return offered.sha256 === known.sha256 ? ok(undefined) : fail('conflict');
}

/**
 * The rule for editions: not below the floor of this build (a new or evicted phone remembers
 * nothing), not below what is installed, and not below what the newest head named. Checked before
 * an edition is fetched, and again in the transaction that switches to it.
 */
export function checkEditionVersion(
	{ installed, seen }: Pick<TrustState, 'installed' | 'seen'>,
	offered: Numbered,
	floor: number
): Result<void, VersionRejection> {
	if (offered.version < floor) return fail('rollback');
	const known = [installed?.isFloor && installed, seen?.isEditionFloor && seen.head.edition];
	for (const it of known) {
		const result = notOlder(it || undefined, offered);
		if (!result.ok) return result;
	}
	return ok(undefined);
}
