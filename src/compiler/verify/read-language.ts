import * as v from 'valibot';
import {
	Listing,
	Shard,
	type Entry,
	type FileRef,
	type LanguageFiles
} from '#lib/edition/edition.ts';
import {
	audioPath,
	blobPath,
	listingPath,
	packPath
} from '#lib/edition/address/published-paths.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { Recordings } from '#lib/edition/recordings.ts';
import { sha256 } from '../base/text-hash.ts';
import type { PublishedFiles } from './folder-files.ts';
import { parseExact } from './parse-exact.ts';

/** Takes a sentence about what is wrong. */
export type Report = (problem: string) => void;

/** One language as it lies in the folder, each file compared with the hash and length it goes by. */
export interface PublishedLanguage {
	readonly files: LanguageFiles;
	readonly shards: readonly { readonly bytes: Bytes; readonly entries: readonly Entry[] }[];
	readonly entries: readonly Entry[];
	/** Bytes of the blobs, by hash. */
	readonly blobs: ReadonlyMap<string, Bytes>;
	/** What can be heard, and the bytes of its files, by hash. */
	readonly recordings: Recordings | undefined;
	readonly sounds: ReadonlyMap<string, Bytes>;
	readonly pack: Bytes;
	/** All files of it, by path. */
	readonly paths: readonly string[];
}

/** `undefined` where a file is missing, damaged or not exact: each of them is reported. */
export function readLanguage(
	folder: PublishedFiles,
	files: LanguageFiles,
	report: Report
): PublishedLanguage | undefined {
	const paths: string[] = [];
	let isWhole = true;
	const fault: Report = (problem) => {
		isWhole = false;
		report(problem);
	};
	const read = (path: string, ref: FileRef): Bytes => {
		paths.push(path);
		const bytes = folder.read(path);
		if (bytes?.length === ref.length && sha256(bytes) === ref.sha256) return bytes;
		const what = bytes ? 'is damaged' : 'is missing';
		fault(`${path} ${what}. Delete it and run: npm run edition:build`);
		return new Uint8Array();
	};
	const parse = <S extends v.GenericSchema>(schema: S, ref: FileRef, bytes: Bytes) => {
		const read = isWhole ? parseExact(schema, bytes) : undefined;
		if (read && !read.ok) fault(`${listingPath(ref.sha256)} (${files.lang}) ${read.code}`);
		return read?.ok ? read.value : undefined;
	};

	const refs =
		parse(Listing, files.listing, read(listingPath(files.listing.sha256), files.listing))?.shards ??
		[];
	const shards = refs.map((ref) => {
		const bytes = read(listingPath(ref.sha256), ref);
		return { bytes, entries: parse(Shard, ref, bytes)?.entries ?? [] };
	});
	const entries = shards.flatMap((shard) => shard.entries);
	const blobs = new Map(
		entries.map((entry) => [entry.sha256, read(blobPath(entry.sha256), entry)])
	);
	const audio = blobs.get(entries.find(({ id }) => id === 'audio')?.sha256 ?? '');
	const recordings = audio && recordingsIn(audio);
	const sounds = new Map(
		(recordings?.guides ?? []).flatMap(({ blocks }) =>
			blocks.map((block) => [block.sha256, read(audioPath(block.sha256), block)] as const)
		)
	);
	const pack = read(packPath(files.pack.sha256), files.pack);
	const language = { files, shards, entries, blobs, recordings, sounds, pack, paths };
	return isWhole ? language : undefined;
}

/** One that is not exact is reported with the other texts. */
function recordingsIn(bytes: Bytes): Recordings | undefined {
	const parsed = v.safeParse(Recordings, parseJson(toText(bytes)));
	return parsed.success ? parsed.output : undefined;
}
