/**
 * The fifteen BCP 47 tags: English, and those that the first site's city and schools name,
 * Chinese in both scripts. English is the source text; the order is the picker's.
 */
export const LANGUAGE_TAGS = [
	'en',
	'es',
	'zh-Hans',
	'zh-Hant',
	'bn',
	'ht',
	'ar',
	'ru',
	'ko',
	'ur',
	'fr',
	'pl',
	'uk',
	'sq',
	'uz-Latn'
] as const;

export type LanguageTag = (typeof LANGUAGE_TAGS)[number];

export const isLanguageTag = (tag: string): tag is LanguageTag =>
	(LANGUAGE_TAGS as readonly string[]).includes(tag);
