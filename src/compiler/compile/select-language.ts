import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Corpus, Family, Languages } from '../read/corpus.ts';
import type { Translation } from '../read/front-matter.ts';
import { isDraft } from '../text/translation-state.ts';

interface Translatable {
	readonly fields: { readonly translation?: Translation | undefined };
}

/**
 * The text that readers of a language get: its translation, or the English where there is none.
 * With `drafts: off` a translation that nobody checked counts as none (src/content/README.md).
 */
export function inLanguage<Text extends Translatable>(
	texts: Languages<Text> | undefined,
	lang: LanguageTag,
	{ publisher }: Corpus
): Text | undefined {
	const text = texts?.get(lang);
	const translation = text?.fields.translation;
	const isHidden = publisher.fields.drafts === 'off' && translation && isDraft(translation);
	return text && !isHidden ? text : texts?.get('en');
}

/** The same for all texts of a kind, in the order of their slugs. */
export const allInLanguage = <Text extends Translatable>(
	family: Family<Text>,
	lang: LanguageTag,
	corpus: Corpus
): Text[] => [...family.values()].flatMap((texts) => inLanguage(texts, lang, corpus) ?? []);
