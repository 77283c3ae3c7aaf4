import type { DBSchema, IDBPDatabase } from 'idb';
import type { Card } from '#lib/edition/card.ts';
import type { Edition, Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';

/** One language of one edition. */
export interface ListingRow {
	readonly lang: LanguageTag;
	/** Everything the listing names: articles, contacts, terms, coverage, change notes. */
	readonly entries: readonly Entry[];
	/** Hashes of the listing's shards, which are kept as blobs so that an update can reuse them. */
	readonly shards: readonly string[];
	/** Sorted by slug. */
	readonly cards: readonly Card[];
	/** Of them, what this app cannot read, by id: for newer apps. Absent where that is nothing. */
	readonly leftOut?: readonly string[];
	/** When every hash was last compared: an instant. */
	readonly checkedAt: string;
}

/** As the app that stored it could read it: `readWith` is its `READS`. */
export type StoredEdition = Edition & { readonly readWith?: number | undefined };

/** Who syncs, since when, and until when nobody else may. In ms since 1970. */
export interface Lease {
	readonly holder: string;
	readonly since: number;
	readonly until: number;
}

export interface HandrailSchema extends DBSchema {
	/** Checked texts by SHA-256, staged or in use: equal digest means equal bytes. */
	blobs: { key: string; value: string };
	editions: { key: number; value: StoredEdition };
	listings: { key: [version: number, lang: LanguageTag]; value: ListingRow };
	/** Empty: of an earlier release. Search reads the texts themselves. */
	search: { key: [version: number, lang: LanguageTag]; value: unknown };
	/** One row. Its `installed` is what is on screen: to switch is to replace this row. */
	trust: { key: 'state'; value: TrustState };
	/** Signed files and listings as they came, by path: what a file that is passed on is proved by. */
	proof: { key: string; value: string };
	settings: { key: string; value: unknown };
	lease: { key: 'sync'; value: Lease };
}
export type HandrailDatabase = IDBPDatabase<HandrailSchema>;
