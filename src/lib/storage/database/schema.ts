import type { DBSchema, IDBPDatabase } from 'idb';
import type { Card } from '#lib/edition/card.ts';
import type { Edition, Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';

/** One language of an edition. */
export interface ListingRow {
	readonly lang: LanguageTag;
	/** Everything the listing names: articles, contacts, terms, coverage, change notes. */
	readonly entries: readonly Entry[];
	/** Hashes of the listing's shards, which are kept as blobs so that an update can reuse them. */
	readonly shards: readonly string[];
	/** Sorted by slug. */
	readonly cards: readonly Card[];
	/**
	 * Ids of members that this app cannot read, because they are for newer ones. Absent if there are
	 * none.
	 */
	readonly leftOut?: readonly string[];
	/** When every hash was last compared, as an instant. */
	readonly checkedAt: string;
}

/** An edition as the app that stored it could read it. `readWith` is the `READS` of that app. */
export type StoredEdition = Edition & { readonly readWith?: number | undefined };

/** Who is syncing, since when, and until when nobody else may. In ms since 1970. */
export interface Lease {
	readonly holder: string;
	readonly since: number;
	readonly until: number;
}

export interface HandrailSchema extends DBSchema {
	/** Verified texts by SHA-256, staged or in use. */
	blobs: { key: string; value: string };
	editions: { key: number; value: StoredEdition };
	listings: { key: [version: number, lang: LanguageTag]; value: ListingRow };
	/** Always empty. An earlier release kept its search index there. */
	search: { key: [version: number, lang: LanguageTag]; value: unknown };
	/** One row. Its `installed` is the edition on screen, so a switch replaces this row. */
	trust: { key: 'state'; value: TrustState };
	/**
	 * Signed files and listings as they were received, by path. They prove the content of a file that
	 * is passed on.
	 */
	proof: { key: string; value: string };
	/** Checked recordings by SHA-256: those of whole languages, never of what was listened to. */
	recordings: { key: string; value: Uint8Array };
	settings: { key: string; value: unknown };
	lease: { key: 'sync'; value: Lease };
}
export type HandrailDatabase = IDBPDatabase<HandrailSchema>;
