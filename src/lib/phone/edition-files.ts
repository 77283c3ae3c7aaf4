import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** What a file carries of an edition, word for word as its publisher signed it. */
export interface FileContents {
	/** Signed files and the listing, by their path on a host: `head.json`. */
	readonly proof: ReadonlyMap<string, string>;
	/** Shards and members, each on a line, as in a pack. */
	readonly lines: readonly string[];
}

export interface EditionFile extends FileContents {
	readonly lang: LanguageTag;
	/** The one article that is in it (`guide/school-bus`). Absent: the whole language. */
	readonly article?: string | undefined;
}

/** A file that the publisher signed. Every number is the signed edition's, not what its page says. */
export type SignedFile =
	| { readonly kind: 'installed' | 'same'; readonly version: number; readonly lang: LanguageTag }
	/** `withdrawn`: articles that were taken back since. */
	| {
			readonly kind: 'older';
			readonly version: number;
			readonly installed: number;
			readonly withdrawn: readonly string[];
	  }
	| ({ readonly kind: 'article'; readonly version: number } & SignedArticle);

export interface SignedArticle {
	readonly id: string;
	readonly lang: LanguageTag;
	/** Against the edition on screen. `newer`: the file's edition is not here yet. */
	readonly state: 'current' | 'changed' | 'withdrawn' | 'newer' | 'not-here';
}

/** What a file turned out to be. */
export type ImportedFile =
	| SignedFile
	/** Newer, in another language than the reader's: installing it would take theirs away. */
	| { readonly kind: 'other-language'; readonly lang: LanguageTag }
	| { readonly kind: 'refused' | 'incomplete' | 'busy' | 'needs-app-update' | 'storage' };

/** What a file's page ought to show: the texts in it that the publisher signed, and their edition. */
export interface SignedContent {
	readonly edition: Edition;
	/** The articles, each as it stands in a pack. */
	readonly lines: readonly string[];
}

/** Editions that readers hand on as files. */
export interface EditionFiles {
	/**
	 * The edition on screen as a file carries it: all of it, or one article (`guide/school-bus`).
	 * `undefined` where it is not whole here, with its proof.
	 */
	readonly read: (lang: LanguageTag, article?: string) => Promise<EditionFile | undefined>;
	/** Installs an edition from a file if it is genuine, whole and not older; else says what it is. */
	readonly import: (file: EditionFile) => Promise<ImportedFile>;
	/** `undefined` where one of its articles is missing or altered: no page can show what was signed. */
	readonly signedContent: (file: EditionFile) => Promise<SignedContent | undefined>;
}
