import { createHash } from 'node:crypto';
import {
	SCHEMA,
	type Entry,
	type FileRef,
	type Listing,
	type Shard
} from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { compareText } from '../base/diagnostic.ts';
import { sha256 } from '../base/text-hash.ts';

/** A file named by its own hash, with its text. */
export interface HashedFile extends FileRef {
	readonly text: string;
}

/** What a listing names: an article, or all contacts, all terms, the coverage, one change note. */
export interface Member {
	readonly id: string;
	readonly blob: HashedFile;
}

/** The files of one language. */
export interface CompiledListing {
	readonly listing: HashedFile;
	readonly shards: readonly HashedFile[];
	readonly pack: HashedFile;
}

/** The exact JSON text is what is hashed, published and, in a pack, one line. */
export function hashedFile(content: unknown): HashedFile {
	return hashedText(JSON.stringify(content));
}

function hashedText(text: string): HashedFile {
	return { sha256: sha256(text), length: Buffer.byteLength(text), text };
}

/** docs/formats.md: a shard holds 16 to 32 entries, so that one change among 1,000 costs one shard. */
const MOST_ENTRIES = 32;

export function compileListing(lang: LanguageTag, members: readonly Member[]): CompiledListing {
	const bits = shardBits(members.length);
	const groups: Member[][] = Array.from({ length: 2 ** bits }, () => []);
	for (const member of [...members].sort((a, b) => compareText(a.id, b.id))) {
		groups[shardOf(member.id, bits)]?.push(member);
	}

	const shards = groups.map((group) => hashedFile({ entries: group.map(toEntry) } satisfies Shard));
	const listing = hashedFile({
		schema: SCHEMA,
		lang,
		shards: shards.map(toRef)
	} satisfies Listing);
	const blobs = groups.flat().map(({ blob }) => blob);
	const pack = hashedText([...shards, ...blobs].map(({ text }) => text).join('\n'));
	return { listing, shards, pack };
}

/** How many bits number the shards of so many entries: none up to 32, one up to 64. */
export const shardBits = (entries: number): number =>
	Math.max(0, Math.ceil(Math.log2(entries / MOST_ENTRIES)));

/** By the first bits of its hash: an id stays in its shard whatever else comes and goes. */
export function shardOf(id: string, bits: number): number {
	const first = createHash('sha256').update(id).digest().readUInt32BE(0);
	return bits === 0 ? 0 : first >>> (32 - bits);
}

export const toRef = ({ sha256, length }: FileRef): FileRef => ({ sha256, length });

const toEntry = ({ id, blob }: Member): Entry => ({ id, ...toRef(blob) });
