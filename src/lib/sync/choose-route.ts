import type { FileRef } from '#lib/edition/edition.ts';

/** How to fetch what is missing: in one stream, or file by file. */
export type Route = 'pack' | 'single';

/*
 * A pack costs all of its bytes; a single file costs its own, less well compressed, and a request.
 * The two are about even when a third is missing. After an interrupted pack, single files are only
 * worth it if at least an eighth has arrived: otherwise a first visit that was cut early would
 * request a thousand of them. Neither number is exact.
 */
const LEAST_MISSING = 1 / 3;
const LEAST_OF_CUT = 1 / 8;
/** This many files are requested at once, so no pack could arrive sooner. */
const FEW = 4;

const bytesOf = (files: readonly FileRef[]): number =>
	files.reduce((sum, { length }) => sum + length, 0);

/**
 * Chooses how to fetch what is missing of `files`, which are in the pack's order. If the beginning
 * is stored and nothing after it, a pack was interrupted: the rest is fetched file by file, because
 * on a connection that never lasts for a whole pack, the same beginning would be fetched for ever.
 */
export function chooseRoute(files: readonly FileRef[], stored: ReadonlySet<string>): Route {
	const lacks = ({ sha256 }: FileRef): boolean => !stored.has(sha256);
	const missing = files.filter(lacks);
	const total = bytesOf(files);
	if (missing.length <= FEW || bytesOf(missing) <= total * LEAST_MISSING) return 'single';

	const beginning = files.slice(0, files.findIndex(lacks));
	const wasCut = files.slice(beginning.length).every(lacks);
	return wasCut && bytesOf(beginning) >= total * LEAST_OF_CUT ? 'single' : 'pack';
}
