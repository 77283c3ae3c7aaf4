import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
	editionPath,
	HEAD_PATH,
	parsePublishedPath,
	rootPath
} from '#lib/edition/address/published-paths.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import type { EditionFiles } from '../compile/compile-edition.ts';
import type { SignedRoot } from '../keys/roots.ts';
import { Refusal } from '../base/refusal.ts';
import { sha256 } from '../base/text-hash.ts';
import { writeWhole } from '../base/write-whole.ts';

/** A release, ready to be written: everything in it was signed under the newest root. */
export interface SignedRelease {
	readonly files: EditionFiles;
	/** Recordings, by path. */
	readonly sounds?: ReadonlyMap<string, Uint8Array>;
	/** The signed edition, and the payload that names it. */
	readonly edition: { readonly payload: string; readonly file: Bytes };
	readonly roots: readonly SignedRoot[];
	readonly head: Bytes;
	/** What leads phones there from the editions before, by path. */
	readonly updates?: ReadonlyMap<string, string>;
	/** The head that it goes on from; absent where nothing was published. */
	readonly before?: Bytes | undefined;
}

/** Whether compressed copies are written beside the files, for servers that can send them. */
export interface WriteOptions {
	readonly compress: boolean;
}

/**
 * Writes a release, `head.json` last: a build cut short leaves the release before it whole. Files
 * that are named by their hash are not written twice.
 */
export async function writeEdition(
	folder: string,
	{ files, sounds = new Map(), edition, roots, head, updates = new Map(), before }: SignedRelease,
	{ compress }: WriteOptions
): Promise<void> {
	const named = (['blob', 'pack', 'listing'] as const).flatMap((kind) =>
		[...files].filter(([path]) => parsePublishedPath(path)?.kind === kind)
	);
	// no compressed copy of a recording: it is compressed
	for (const [path, content] of [...sounds, ...named]) writeOnce(join(folder, path), content);
	const editionFile = editionPath(sha256(edition.payload));
	// signatures differ from one signing to the next: what has one in it is written anew
	const signed = [[editionFile, edition.file] as const, ...updates];
	for (const [path, content] of signed) writeWhole(join(folder, path), content);
	if (compress) {
		await compressAll(named.map(([path]) => join(folder, path)));
		for (const [path] of signed)
			await compressFile(join(folder, path), readFileSync(join(folder, path)));
	}
	writeRootsAndHead(folder, roots, head, before);
}

/**
 * The end of every release, and all there is to one that only renews the head. A timer may renew while
 * somebody builds: of two heads with one number, phones refuse the one that they saw second.
 */
export function writeRootsAndHead(
	folder: string,
	roots: readonly SignedRoot[],
	head: Bytes,
	before: Bytes | undefined
): void {
	const path = join(folder, HEAD_PATH);
	if (before && existsSync(path) && !readFileSync(path).equals(before)) {
		throw new Refusal(
			`${folder} has another head than when this began: somebody renewed or built meanwhile. Run it again.`
		);
	}
	for (const { root, file } of roots) {
		writeWhole(join(folder, rootPath(root.version)), file);
	}
	writeWhole(path, head);
}

function writeOnce(path: string, content: string | Uint8Array): void {
	if (!existsSync(path)) writeWhole(path, content);
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** As many as Node's pool has threads. */
const AT_ONCE = 4;

async function compressAll(paths: readonly string[]): Promise<void> {
	const waiting = paths.filter((path) => !existsSync(`${path}.br`) || !existsSync(`${path}.gz`));
	const work = async () => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await compressFile(path, readFileSync(path));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compressFile(path: string, content: Uint8Array): Promise<void> {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 11,
		[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
		// a pack is a language's whole text, said over and over; 24 is the most a browser reads
		[constants.BROTLI_PARAM_LGWIN]: 24
	};
	const [brotli, gzipped] = await Promise.all([
		toBrotli(content, { params }),
		toGzip(content, { level: 9 })
	]);
	writeWhole(`${path}.br`, brotli);
	writeWhole(`${path}.gz`, gzipped);
}
