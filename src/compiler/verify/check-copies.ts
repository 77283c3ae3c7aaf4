import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { PublishedFiles } from './folder-files.ts';

const DECOMPRESS = { br: brotliDecompressSync, gz: gunzipSync } as const;

/**
 * Hosts send a compressed copy in the place of its file. One that is damaged, or of another file, fails
 * in every browser while the file itself is whole; one of `head.json` would hold phones on an old head.
 */
export function* checkCopies(
	files: PublishedFiles,
	paths: Iterable<string>,
	originals = files
): Generator<string> {
	for (const path of paths) {
		for (const extension of ['br', 'gz'] as const) {
			const copy = files.read(`${path}.${extension}`);
			if (copy && !isCopy(copy, extension, originals.read(path) ?? new Uint8Array())) {
				yield `${path}.${extension} is not ${path} compressed. Delete it and run: npm run edition:build`;
			}
		}
	}
}

function isCopy(copy: Uint8Array, extension: keyof typeof DECOMPRESS, file: Uint8Array): boolean {
	try {
		// no more than is compared: a small copy can unfold into gigabytes
		const maxOutputLength = file.length + 1;
		return DECOMPRESS[extension](copy, { maxOutputLength }).equals(file);
	} catch {
		// not of this format, cut, or longer
		return false;
	}
}
