import { DAY_MS } from '#lib/edition/durations.ts';
import type { Head } from '#lib/edition/edition.ts';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import type { CompiledEdition } from '../compile/compile-edition.ts';
import { sha256 } from '../base/text-hash.ts';

/** docs/formats.md: phones call nothing current for longer than a head lives. */
export const HEAD_DAYS = 7;

/**
 * The edition that a head points at: by the hash and length of its payload, and from which editions on
 * one file leads there.
 */
export const pointerTo = (
	{ edition: { version }, payload }: Omit<CompiledEdition, 'files'>,
	updatesFrom?: number
): Head['edition'] => {
	const pointer = { version, sha256: sha256(payload), length: toBytes(payload).length };
	return { ...pointer, ...(updatesFrom !== undefined && { updatesFrom }) };
};

export interface HeadDates {
	/** Of the head published before; 0 if there was none. */
	readonly previous: number;
	readonly root: number;
	readonly now: Date;
}

export function makeHead(edition: Head['edition'], { previous, root, now }: HeadDates): Head {
	return {
		version: previous + 1,
		root,
		issued: now.toISOString(),
		expires: new Date(now.getTime() + HEAD_DAYS * DAY_MS).toISOString(),
		edition
	};
}
