import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Messages } from '#lib/messages/generated/keys.ts';
import { languages } from '#lib/messages/languages.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** `lang` and `dir` for an element, if its text is in another language than the text around it. */
export function inLanguage(
	lang: LanguageTag,
	around: LanguageTag
): { lang?: LanguageTag; dir?: 'ltr' | 'rtl' } {
	return lang === around ? {} : { lang, dir: languages[lang].dir };
}

/** The language that a message is in: English if it is not translated. Dates in it must be in the same. */
export const messageLanguage = (t: Translate, key: keyof Messages): LanguageTag =>
	t.langOf(key) ?? t.lang;
