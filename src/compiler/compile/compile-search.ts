import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchWords } from '#lib/edition/search-words.ts';
import { fold } from '#lib/search/fold.ts';
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
	const ignored = wordsOf([...(own?.ignored ?? []), ...(english?.ignored ?? [])]);
	const small = new Set(ignored.map(fold));
	// a phone leaves small words out of what is typed, so it need not be sent any
	const telling = (typed: string): string =>
		wordsOf([typed])
			.filter((word) => !small.has(fold(word)))
			.join(' ');
	const articles = (['guide', 'directive'] as const).flatMap((kind) => {
		const family = kind === 'guide' ? corpus.guides : corpus.directives;
		return [...family].flatMap(([slug, texts]) => {
			const isTranslated = lang !== 'en' && texts.has(lang);
			const title = (isTranslated && texts.get('en')?.fields.title) || '';
			const ownWords = [...(own?.articles[slug] ?? []), title];
			const known = new Set(wordsOf(ownWords).map(fold));
			// each word once: a language would carry as many English phrases as its own
			const further = wordsOf(english?.articles[slug] ?? []).filter((it) => !known.has(fold(it)));
			const typed = [...ownWords, further.join(' ')];
			const words = [...new Set(typed.map(telling))].filter((it) => it !== '');
			return words.length > 0 ? [{ id: articleId(kind, slug), words }] : [];
		});
	});
	const isLatin = LATIN_LANGUAGES.has(lang);
	return {
		lang,
		ignored,
		beginnings: own?.beginnings ?? [],
		// where nothing else is written in Latin letters, what is has English endings
		endings: [...(own?.endings ?? []), ...(isLatin ? [] : (english?.endings ?? []))],
		letters: wordsOf(own?.letters ?? []),
		same: [...(own?.same ?? []), ...(english?.same ?? [])],
		articles
	};
}
