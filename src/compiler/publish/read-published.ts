import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { isArticleId } from '#lib/edition/card.ts';
import { Edition, Head, Listing, Shard } from '#lib/edition/edition.ts';
import { editionPath, HEAD_PATH, listingPath } from '#lib/edition/address/published-paths.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { Refusal } from '../base/refusal.ts';

/** A signed file of the published folder, and what its payload says. Nobody has verified it. */
export interface PublishedFile<Content> {
	readonly file: Bytes;
	readonly payload: string;
	readonly content: Content;
}

/** What was published last. */
export interface Published {
	readonly head: PublishedFile<Head>;
	readonly edition: PublishedFile<Edition>;
	/** Ids of the articles in it. */
	readonly articles: readonly string[];
}

/** `undefined` if nothing was published there yet. A folder that is half is refused, and named. */
export function readPublished(folder: string): Published | undefined {
	if (!existsSync(join(folder, HEAD_PATH))) return undefined;
	try {
		const head = readSigned(join(folder, HEAD_PATH), Head);
		const edition = readSigned(join(folder, editionPath(head.content.edition.sha256)), Edition);
		const articles = edition.content.languages
			.filter(({ lang }) => lang === 'en')
			.flatMap(({ listing }) => readListing(folder, listing.sha256).entries)
			.map(({ id }) => id)
			.filter(isArticleId);
		return { head, edition, articles };
	} catch (cause) {
		if (cause instanceof Refusal) throw cause;
		const remedy = 'Bring back the whole folder, or delete it and pass --version.';
		throw new Refusal(`${folder} is not a whole edition. ${remedy}`, { cause });
	}
}

function readSigned<Schema extends v.GenericSchema>(
	path: string,
	schema: Schema
): PublishedFile<v.InferOutput<Schema>> {
	const file = new Uint8Array(readFileSync(path));
	const envelope = parseEnvelope(file);
	if (!envelope.ok) throw new Error(`${path} is not a signed file`);
	const payload = toText(envelope.value.payload);
	const json: unknown = JSON.parse(payload);
	const content = v.parse(schema, json);
	// phones leave out what they do not know; built on that, the next edition would lose it for good
	if (!isDeepStrictEqual(content, json)) {
		throw new Refusal(`${path} was made by a newer Handrail. Bring this checkout up to date.`);
	}
	return { file, payload, content };
}

/** The shards of a listing, and all entries in their order. */
export function readListing(
	folder: string,
	listing: string
): { readonly shards: Listing['shards']; readonly entries: Shard['entries'] } {
	const read = (sha256: string): unknown =>
		JSON.parse(readFileSync(join(folder, listingPath(sha256)), 'utf8'));
	const { shards } = v.parse(Listing, read(listing));
	return { shards, entries: shards.flatMap(({ sha256 }) => v.parse(Shard, read(sha256)).entries) };
}
