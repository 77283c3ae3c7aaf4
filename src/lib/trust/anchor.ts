import * as v from 'valibot';
import { sha256Hex, toBytes, toText } from './signed/bytes.ts';
import { parseEnvelope } from './signed/envelope.ts';
import { Root } from './signed/root.ts';

/** What is built into the app: where trust starts on a phone that remembers nothing. */
export interface Anchor {
	/** The whole signed root file, as it is. */
	readonly root: string;
	/** The lowest edition version that this build of the app accepts. */
	readonly floor: number;
	/** Made of the keys that every clone makes for itself: proves nothing. */
	readonly isDemo: boolean;
	/** The publisher's other hosts: base addresses, each with its slash. None, if absent. */
	readonly mirrors?: readonly string[];
}

/** A root that somebody vouched for: the build of the app, or the root before it. */
export interface TrustedRoot {
	readonly root: Root;
	/** Of the payload. */
	readonly sha256: string;
}

/**
 * Reads the root that came with the code. It is trusted as the code is, so its signatures are not
 * checked. Throws where it is not a root file: such a build must not be released.
 */
export async function readAnchor({ root }: Anchor): Promise<TrustedRoot> {
	const envelope = parseEnvelope(toBytes(root));
	if (!envelope.ok) throw new Error('The trust anchor of this build is not a signed root file');
	const { payload } = envelope.value;
	return {
		root: v.parse(Root, JSON.parse(toText(payload))),
		sha256: await sha256Hex(payload)
	};
}
