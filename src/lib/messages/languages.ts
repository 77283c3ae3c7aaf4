import type { Language } from './generated/keys.ts';

/**
 * Names that the readers of each language know it by, and its direction. The order is the picker's:
 * English, then by number of readers. A new file of messages without a name here is a type error.
 */
export const languages: Record<Language, { name: string; english: string; dir: 'ltr' | 'rtl' }> = {
	en: { name: 'English', english: 'English', dir: 'ltr' },
	es: { name: 'Español', english: 'Spanish', dir: 'ltr' },
	'zh-Hans': { name: '简体中文', english: 'Chinese', dir: 'ltr' },
	'zh-Hant': { name: '繁體中文', english: 'Chinese', dir: 'ltr' },
	bn: { name: 'বাংলা', english: 'Bengali', dir: 'ltr' },
	ht: { name: 'Kreyòl ayisyen', english: 'Haitian Creole', dir: 'ltr' },
	ar: { name: 'العربية', english: 'Arabic', dir: 'rtl' },
	ru: { name: 'Русский', english: 'Russian', dir: 'ltr' },
	ko: { name: '한국어', english: 'Korean', dir: 'ltr' },
	ur: { name: 'اردو', english: 'Urdu', dir: 'rtl' },
	fr: { name: 'Français', english: 'French', dir: 'ltr' },
	pl: { name: 'Polski', english: 'Polish', dir: 'ltr' },
	uk: { name: 'Українська', english: 'Ukrainian', dir: 'ltr' },
	sq: { name: 'Shqip', english: 'Albanian', dir: 'ltr' },
	'uz-Latn': { name: 'Oʻzbekcha', english: 'Uzbek', dir: 'ltr' }
};

/** All tags, in the picker's order. */
export const languageTags = Object.keys(languages) as Language[];

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);
