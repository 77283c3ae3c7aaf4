import type { WordChanges } from '#lib/edition/text/compare-words.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { EditorDiagnostic } from './diagnostics.ts';

/** A field, a heading or a line of the English, and what stands for it in the translation. */
export interface TranslatedLine {
	/** `title`, the heading `do`, its third item `do.3`. */
	readonly id: string;
	/** As it stands, with its markers. */
	readonly english: string;
	/** Empty where there is none. */
	readonly target: string;
	/** `untranslated`: what stands there are the words of the English, or nothing. */
	readonly state: 'same' | 'behind' | 'untranslated';
	/** What the English said when this was translated, and what it says now; absent where nobody knows. */
	readonly changed?: WordChanges;
	/** The most characters that it may have. */
	readonly most?: number;
}

/** A concept of the glossary that the English of this text has. */
export interface TermChoice {
	readonly slug: string;
	readonly english: string;
	/** What it means, in English. */
	readonly plain: string;
	/** The word that readers of this language learn; absent where there is none yet. */
	readonly own?: string;
	/** A second person has checked the word. */
	readonly isChecked: boolean;
	/** Lines of the English that have it. */
	readonly lines: readonly string[];
}

/** A translation beside its English. */
export interface TranslationView {
	readonly path: string;
	readonly englishPath: string;
	/** Of the English. */
	readonly title: string;
	readonly lang: LanguageTag;
	/** Absent: there is no file yet. */
	readonly made?: {
		readonly method: 'human' | 'draft';
		readonly by: string;
		readonly on: string;
		readonly checkedBy?: string;
	};
	readonly lines: readonly TranslatedLine[];
	readonly terms: readonly TermChoice[];
	/** How hard its steps are; absent where no formula is made for the language. */
	readonly reading?: {
		readonly scale: string;
		readonly steps: number | null;
		readonly limit: number;
		/** A lower figure is harder. */
		readonly isLowHard: boolean;
	};
	readonly diagnostics: readonly EditorDiagnostic[];
}

/** New words for one line: whoever works on another line at the same time is not in the way. */
export interface TranslateRequest {
	readonly draft: string;
	readonly path: string;
	readonly line: string;
	/** What stood there when the translator began. */
	readonly was: string;
	/** The same as before: it was read again, and is right. */
	readonly words: string;
	readonly by: string;
}

export type TranslateResult =
	| { readonly state: 'kept'; readonly view: TranslationView }
	/** Somebody else wrote this line meanwhile. */
	| { readonly state: 'conflict'; readonly by: string; readonly view: TranslationView }
	/** It would not be read as it is written, or the text cannot be read at all. */
	| { readonly state: 'refused'; readonly said: string };

/** `own`: who translated it cannot check it. `unfinished`: a line is behind, or has no words. */
export type CheckedResult =
	| { readonly state: 'kept'; readonly view: TranslationView }
	| { readonly state: 'refused'; readonly reason: 'own' | 'unfinished' | 'not-there' };
