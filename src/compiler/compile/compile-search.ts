import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchWords } from '#lib/edition/search-words.ts';
import type { Corpus } from '../read/corpus.ts';

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
	return {
		lang,
		ignored: (own?.ignored ?? []).flatMap((line) => line.split(/\s+/)),
		beginnings: own?.beginnings ?? [],
		endings: own?.endings ?? [],
		same: [...(own?.same ?? []), ...(english?.same ?? [])],
		articles
	};
}
