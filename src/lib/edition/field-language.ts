import type { Directive } from './article.ts';
import type { LanguageTag } from './language-tags.ts';

/** The language of the words in a field of a directive: English where nobody has translated them yet. */
export const fieldLanguage = (
	{ lang, inEnglish }: Pick<Directive, 'lang' | 'inEnglish'>,
	field: keyof Directive
): LanguageTag => (inEnglish?.includes(field) === true ? 'en' : lang);
