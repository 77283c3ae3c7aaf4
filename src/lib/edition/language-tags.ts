/**
 * The fifteen BCP 47 tags: English, and the languages that New York City law and the city's schools
 * name, Chinese in both scripts. English is the source text; the order is the picker's.
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
