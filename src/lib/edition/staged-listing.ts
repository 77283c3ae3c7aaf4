import type { Entry } from './edition.ts';
import type { LanguageTag } from './language-tags.ts';

/** One language of an edition, once every text that it names is on the phone. */
export interface StagedListing {
	readonly lang: LanguageTag;
	/** Every member, in the listing's order. */
	readonly entries: readonly Entry[];
	/** Hashes of its shards, in order. */
	readonly shards: readonly string[];
}
