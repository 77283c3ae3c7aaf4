import * as v from 'valibot';
import { isArticleId } from '#lib/edition/card.ts';
import { Listing, SCHEMA, Shard, type Entry, type FileRef } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { parsePlainJson } from '#lib/edition/text/parse-plain-json.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';

/**
 * Parses verified text. An error in it is the publisher's, because the publisher signed its hash.
 */
function parse<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | undefined {
	try {
		return v.parse(schema, parsePlainJson(text));
	} catch {
		return undefined;
	}
}

/**
 * Decodes UTF-8. `undefined` if it is invalid: a wrong byte must not silently become a question
 * mark.
 */
export function toVerifiedText(bytes: Bytes): string | undefined {
	try {
		return toText(bytes);
	} catch {
		return undefined;
	}
}

/** Parses the index of a listing, which must be in the language that was asked for. */
export function parseListing(
	text: string,
	lang: LanguageTag
): Result<Listing, 'malformed' | 'mismatch' | 'needs-app-update'> {
	const listing = parse(Listing, text);
	if (!listing) return fail('malformed');
	if (listing.schema > SCHEMA) return fail('needs-app-update');
	return listing.lang === lang ? ok(listing) : fail('mismatch');
}

/** The contents of one language, as far as its shards are known. */
export class Contents {
	readonly #listing: Listing;
	readonly #shards = new Map<string, readonly Entry[]>();
	readonly #wanted = new Map<string, FileRef>();
	readonly #ids = new Set<string>();
	/**
	 * Hashes of articles, in a list of their own: they are counted after each batch that is stored.
	 */
	readonly #articles: string[] = [];

	constructor(listing: Listing) {
		this.#listing = listing;
		for (const shard of listing.shards) this.#wanted.set(shard.sha256, shard);
	}

	get shards(): readonly FileRef[] {
		return this.#listing.shards;
	}

	/** In the order of the listing, which is that of the pack. */
	get entries(): Entry[] {
		return this.shards.flatMap(({ sha256 }) => this.#shards.get(sha256) ?? []);
	}

	get unknownShards(): FileRef[] {
		return this.shards.filter(({ sha256 }) => !this.#shards.has(sha256));
	}

	missing(stored: ReadonlySet<string>): Entry[] {
		return this.entries.filter(({ sha256 }) => !stored.has(sha256));
	}

	get staged(): StagedListing {
		const shards = this.shards.map(({ sha256 }) => sha256);
		return { lang: this.#listing.lang, entries: this.entries, shards };
	}

	/** Hashes of the texts that this language needs. */
	get names(): Iterable<string> {
		return this.#wanted.keys();
	}

	/** Whether the language needs a text of this hash and length. */
	wants(sha256: string, length: number): boolean {
		return this.#wanted.get(sha256)?.length === length;
	}

	/** Reads a verified text if it is a shard. `false` if it should be one and is not valid. */
	learn(sha256: string, text: string): boolean {
		if (this.#shards.has(sha256)) return true;
		if (!this.shards.some((shard) => shard.sha256 === sha256)) return true;
		const shard = parse(Shard, text);
		if (!shard) return false;
		this.#shards.set(sha256, shard.entries);
		for (const entry of shard.entries) {
			// with two texts under one id, one reader would show the first and another the last
			if (this.#ids.has(entry.id)) return false;
			this.#ids.add(entry.id);
			this.#wanted.set(entry.sha256, entry);
			if (isArticleId(entry.id)) this.#articles.push(entry.sha256);
		}
		return true;
	}

	/** Counts the articles that are stored. */
	countArticles(stored: ReadonlySet<string>): number {
		return this.#articles.filter((sha256) => stored.has(sha256)).length;
	}
}
