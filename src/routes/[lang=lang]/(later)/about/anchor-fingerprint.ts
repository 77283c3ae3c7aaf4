import { readAnchor } from '#lib/trust/anchor.ts';
import { fingerprint } from '#lib/trust/signed/fingerprint.ts';
import { anchor } from '#lib/trust/generated/anchor.ts';

/** The root that is built into this app: its number, and the digits that people compare. */
export interface AnchorFingerprint {
	readonly version: number;
	readonly groups: readonly string[];
}

export async function anchorFingerprint(): Promise<AnchorFingerprint> {
	const { root, sha256 } = await readAnchor(anchor);
	return { version: root.version, groups: fingerprint(sha256) };
}
