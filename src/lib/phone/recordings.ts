import type { FileRef } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { RecordedGuide } from '#lib/edition/recordings.ts';

/** What is heard, file by file; or why nothing is. */
export type Sounds =
	| { readonly found: readonly Blob[] }
	/** Nothing is fetched before the reader has said so. */
	| { readonly absent: 'saving-data' | 'failed' };

/** The recordings of a language, all of them. */
export interface LanguageRecordings {
	readonly bytes: number;
	/** Of these, how many are not on this phone: all, or what an edition or damage has made missing. */
	readonly missingBytes: number;
	readonly isKept: boolean;
}

/**
 * What can be heard, and what of it this phone keeps: a language's recordings, or none, so that nobody
 * sees what was listened to. Nothing here rejects.
 */
export interface PhoneRecordings {
	/**
	 * `undefined` where the guide is not recorded in this language, or its text is not this one: another
	 * edition may be on screen by now. `id` is `guide/school-bus`, `blob` the SHA-256 of its text.
	 */
	readonly find: (
		lang: LanguageTag,
		id: string,
		blob: string | undefined
	) => Promise<{ readonly guide: RecordedGuide; readonly isKept: boolean } | undefined>;
	/**
	 * Files of one guide: from this phone where they are kept, else from the publisher's host, into memory
	 * alone. Each is what the signed edition names, or none is given. `mayCost`: the reader knows how much
	 * it is. A kept one that is damaged is deleted, and fetched anew to be kept.
	 */
	readonly read: (files: readonly FileRef[], mayCost: boolean) => Promise<Sounds>;
	/** `undefined` where nothing is recorded, or the language is not here. */
	readonly of: (lang: LanguageTag) => Promise<LanguageRecordings | undefined>;
	/** Fetches what is missing. Resolves to whether all of it is here now. */
	readonly keep: (lang: LanguageTag) => Promise<boolean>;
	readonly drop: (lang: LanguageTag) => Promise<void>;
	/**
	 * Brings what is kept to the edition on screen, and fetches what was damaged. What may cost is left to
	 * the reader, language by language: `of` says how much it is, and `keep` fetches it.
	 */
	readonly renew: () => Promise<void>;
}
