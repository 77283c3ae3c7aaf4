import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** A language that is kept on the phone, and what its texts take. */
export interface KeptLanguage {
	readonly lang: LanguageTag;
	/** Bytes of its texts; what it shares with another language counts for both. */
	readonly bytes: number;
}

/** Which languages this phone keeps. None of it rejects: what is refused stays as it was. */
export interface PhoneLanguages {
	readonly kept: () => Promise<readonly KeptLanguage[]>;
	/** Fetches one more language beside the reader's. Resolves to whether it is here now. */
	readonly add: (reader: LanguageTag, lang: LanguageTag) => Promise<boolean>;
	readonly remove: (lang: LanguageTag) => Promise<void>;
	/** Nothing is fetched that was not asked for: the reader saves data, or the line is a mobile one. */
	readonly isSavingData: () => boolean;
}
