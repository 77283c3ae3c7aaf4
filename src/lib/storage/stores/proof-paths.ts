import type { Edition } from '#lib/edition/edition.ts';
import { editionPath, listingPath, rootVersionOf } from '#lib/edition/address/published-paths.ts';

/** The path of the head that names an edition of this hash. Only the newest such head is kept. */
export const headPath = (sha256: string): string => `head/${sha256}.json`;

/**
 * Whether a path is that of a root. Roots are kept for ever, because a phone that was off for long
 * verifies all of them in turn.
 */
export const isRoot = (path: string): boolean => rootVersionOf(path) !== undefined;

/** The paths of the files that prove an edition of this payload hash, apart from the roots. */
export const proofPaths = (
	{ languages }: Pick<Edition, 'languages'>,
	{ sha256 }: { readonly sha256: string }
): string[] => [
	headPath(sha256),
	editionPath(sha256),
	...languages.map(({ listing }) => listingPath(listing.sha256))
];
