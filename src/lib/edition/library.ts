import type { Article, ChangeNote, Contact, Term } from './article.ts';
import type { Card } from './card.ts';
import type { Coverage } from './coverage.ts';
import type { Edition } from './edition.ts';
import type { LanguageTag } from './language-tags.ts';

/** Why something is not there, when that is ordinary. */
export type Absence =
	| 'not-on-this-phone'
	| 'not-in-this-edition'
	| 'withdrawn'
	/** It is here, and says something that only a newer app can read. */
	| 'needs-newer-app';

export type Found<T> = { readonly found: T } | { readonly absent: Absence };

/** A directive or guide, whole, with the bytes it came from and the cards of the language. */
export interface OpenArticle {
	readonly article: Article;
	/** SHA-256 of the blob, which the document carries as `data-blob`. */
	readonly blob: string;
	readonly cards: readonly Card[];
}

/**
 * The port that pages read from: the published edition on disk while prerendering, the stored one
 * on a phone. On a first visit the stored library's answers wait for the first switch; they never
 * reject, because an error page would take the place of a readable document.
 */
export interface Library {
	/** Guides and directives of one language, sorted by slug. */
	readonly cards: (lang: LanguageTag) => Promise<Found<readonly Card[]>>;
	readonly article: (
		lang: LanguageTag,
		kind: Article['kind'],
		slug: string
	) => Promise<Found<OpenArticle>>;
	/** All of them, whole, in the order of `cards`: for pages that sum up what articles say. */
	readonly articles: (lang: LanguageTag) => Promise<Found<readonly Article[]>>;
	readonly contacts: (lang: LanguageTag) => Promise<Found<readonly Contact[]>>;
	readonly terms: (lang: LanguageTag) => Promise<Found<readonly Term[]>>;
	/** Newest first. */
	readonly changeNotes: (lang: LanguageTag) => Promise<Found<readonly ChangeNote[]>>;
	/** Which claims were checked, and where they are answered. Absent from editions before it. */
	readonly coverage: (lang: LanguageTag) => Promise<Found<Coverage>>;
	/** Whether any guide can be heard in this language. */
	readonly hasRecordings: (lang: LanguageTag) => Promise<Found<boolean>>;
	readonly edition: () => Promise<Edition | undefined>;
	/**
	 * The language that the other answers are in where this one is not on the phone, but another is.
	 * `undefined` where this one is here, or none.
	 */
	readonly standIn: (lang: LanguageTag) => Promise<LanguageTag | undefined>;
}
