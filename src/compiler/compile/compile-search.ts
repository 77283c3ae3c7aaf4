import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchWords } from '#lib/edition/search-words.ts';
import type { Corpus } from '../read/corpus.ts';

/** Their own words have the letters of English ones, and other endings. */
const LATIN_LANGUAGES: ReadonlySet<LanguageTag> = new Set([
	...(['en', 'es', 'ht', 'fr', 'pl', 'sq', 'uz-Latn'] as const)
]);

const wordsOf = (lines: readonly string[]): string[] => [
	...new Set(lines.flatMap((line) => line.split(/\s+/)))
];

/**
 * How readers of one language ask, for the phone. What is typed in English finds an article in every
 * language, by its words and by its English title. `undefined` where editors wrote nothing down.
 */
export function compileSearch(lang: LanguageTag, corpus: Corpus): SearchWords | undefined {
	if (corpus.search.size === 0) return undefined;
	const own = corpus.search.get(lang)?.fields;
	const english = lang === 'en' ? undefined : corpus.search.get('en')?.fields;
	const articles = (['guide', 'directive'] as const).flatMap((kind) => {
		const family = kind === 'guide' ? corpus.guides : corpus.directives;
		return [...family].flatMap(([slug, texts]) => {
			const isTranslated = lang !== 'en' && texts.has(lang);
			const title = isTranslated ? texts.get('en')?.fields.title : undefined;
			const words = [own?.articles[slug], english?.articles[slug], title ?? []];
			const unique = [...new Set(words.flatMap((it) => it ?? []))];
			return unique.length > 0 ? [{ id: articleId(kind, slug), words: unique }] : [];
		});
	});
	const isLatin = LATIN_LANGUAGES.has(lang);
	return {
		lang,
		ignored: wordsOf([...(own?.ignored ?? []), ...(english?.ignored ?? [])]),
		beginnings: own?.beginnings ?? [],
		// where nothing else is written in Latin letters, what is has English endings
		endings: [...(own?.endings ?? []), ...(isLatin ? [] : (english?.endings ?? []))],
		letters: wordsOf(own?.letters ?? []),
		same: [...(own?.same ?? []), ...(english?.same ?? [])],
		articles
	};
}
