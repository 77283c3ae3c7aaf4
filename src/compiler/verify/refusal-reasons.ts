import type { Failure } from '#lib/sync/sync-outcome.ts';
import type { Anchor } from '#lib/trust/anchor.ts';

const BUILD = 'Build it again: npm run edition:build';

/** What each refusal of a phone means for the publisher, and what to do about it. */
export const REFUSAL_REASONS: Readonly<Record<Failure, (anchor: Anchor) => string>> = {
	malformed: () => `a file is not in the format of this release. ${BUILD}`,
	'below-threshold': () =>
		`the root, head or edition lacks signatures of keys that the newest root names. ${BUILD}`,
	rollback: ({ floor }) =>
		`apps accept no edition below ${String(floor)}. Build one with a higher --version`,
	conflict: () => `two files have one version. ${BUILD}`,
	lifetime: () => 'the head lives longer than 14 days, or not at all. Run: npm run edition:renew',
	'root-expired': () => 'the newest root has expired. Run: npm run keys -- renew, then build',
	'wrong-hash': () => `a file is not the one that is named. Delete the folder's file, and build`,
	'wrong-length': () => `a file has not the length that is named. ${BUILD}`,
	'too-large': () => 'a file is larger than phones read: see the caps in docs/formats.md',
	mismatch: () => `the head or a listing names something else than it leads to. ${BUILD}`,
	incomplete: () => `a text is missing. ${BUILD}`,
	'no-such-language': () => `the edition has no such language. ${BUILD}`,
	network: () => `a file cannot be read. ${BUILD}`,
	timeout: () => `a file cannot be read in time. ${BUILD}`,
	'not-served': () => `a file is missing. ${BUILD}`,
	'captive-portal': () => `a file is a page of HTML. ${BUILD}`,
	'root-unreachable': () =>
		'head or edition name a root that is not in the folder. Copy the folder trust there',
	'needs-app-update': () => 'it is made for a newer app. Publish from the clone that made it'
};
