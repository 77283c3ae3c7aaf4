import type { FileRef } from '#lib/edition/edition.ts';

/** In one stream, or one by one. */
export type Route = 'pack' | 'single';

/*
 * A pack costs all of its bytes; a single file costs its own, less well compressed, and a request.
 * A third is where the two were about even; an eighth keeps a first visit that was cut at once from
 * asking for a thousand single files. Neither is exact.
 */
const LEAST_MISSING = 1 / 3;
const LEAST_OF_CUT = 1 / 8;
/** So few go out at once: no pack can be sooner. */
const FEW = 4;

const bytesOf = (files: readonly FileRef[]): number =>
	files.reduce((sum, { length }) => sum + length, 0);

/**
 * How to get what is missing of `files`, which are in the pack's order. A beginning that is here
 * before an end that is not is a pack that was cut: the rest comes one by one, or a phone whose
 * connection never lasts for a whole pack would fetch the same beginning for ever.
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
