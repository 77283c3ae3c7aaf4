import type { Article } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** One language of an edition whose texts are all kept. */
export interface KeptListing {
	readonly edition: Edition;
	readonly lang: LanguageTag;
	/** Article ids, contacts and the rest → SHA-256. */
	readonly blobs: ReadonlyMap<string, string>;
}

/** The two editions that are kept, the one on screen first. Empty where storage is denied. */
export interface KeptEditions {
	/** Their articles, by language. */
	readonly listings: readonly KeptListing[];
	/** Articles by hash, in order; `undefined` where one is missing or damaged. */
	readonly articles: (hashes: readonly string[]) => Promise<(Article | undefined)[]>;
	/** For between two slices of work: lets the page answer a tap. */
	readonly pause: () => Promise<void>;
}
