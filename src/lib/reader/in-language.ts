import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { languages } from '#lib/messages/languages.ts';

/** `lang` and `dir` for an element whose text is in another language than what is around it. */
export function inLanguage(
	lang: LanguageTag,
	around: LanguageTag
): { lang?: LanguageTag; dir?: 'ltr' | 'rtl' } {
	return lang === around ? {} : { lang, dir: languages[lang].dir };
}
