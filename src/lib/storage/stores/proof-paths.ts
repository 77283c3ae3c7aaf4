import type { Edition } from '#lib/edition/edition.ts';
import { editionPath, listingPath, rootVersionOf } from '#lib/edition/published-paths.ts';

/** The head that names an edition of this hash. There is one for each: the newest. */
export const headPath = (sha256: string): string => `head/${sha256}.json`;

/** Roots are kept for ever: a phone that slept walks through all of them. */
export const isRoot = (path: string): boolean => rootVersionOf(path) !== undefined;

/** What proves an edition of this payload hash, but for the roots. */
export const proofPaths = (
	{ languages }: Pick<Edition, 'languages'>,
	{ sha256 }: { readonly sha256: string }
): string[] => [
	headPath(sha256),
	editionPath(sha256),
	...languages.map(({ listing }) => listingPath(listing.sha256))
];
