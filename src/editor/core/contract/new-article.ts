import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { EditorDiagnostic } from './diagnostics.ts';
import type { JsonValue } from './document.ts';

/** The form for a new guide or directive. */
export interface NewArticle {
	readonly kind: 'guide' | 'directive';
	readonly slug: string;
	/** The fields of the front matter that the form asked for; others get what can be inferred. */
	readonly fields: Readonly<Record<string, JsonValue>>;
	readonly blocks: readonly {
		readonly anchor: string;
		readonly heading: string;
		/** With their markers. */
		readonly items: readonly string[];
	}[];
	/** Of a guide the directives it rests on, of a directive the guides that use it: both ends are written. */
	readonly links: readonly string[];
	/** Source files that are not there yet. */
	readonly newSources: readonly Readonly<Record<string, JsonValue>>[];
	/** The change note: its slug is made of the day and these words. */
	readonly note: {
		readonly what: string;
		readonly why: string;
		readonly doNow: string;
		readonly before: string;
		readonly importance: 'major' | 'minor';
	};
	/** Languages that get a file to translate. */
	readonly languages: readonly LanguageTag[];
}

export interface NewArticleResult {
	/** Files that were written into the draft. None: there is an article of this name already. */
	readonly paths: readonly string[];
	/** What `edition:check` still says of them. Empty: it passes. */
	readonly diagnostics: readonly EditorDiagnostic[];
}
