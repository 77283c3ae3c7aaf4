import type { SourceRef } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import type { OpenArticle } from '#lib/edition/library.ts';

interface SourceData extends SourceRef {
	/** Ids of the articles that rest on it. */
	readonly articles: readonly string[];
}

/** Every source that an article of the edition names, once, by its slug. */
export function sourcesData(opened: readonly Pick<OpenArticle, 'article'>[]): SourceData[] {
	const sources = new Map<string, SourceData>();
	for (const { article } of opened) {
		const id = articleId(article.kind, article.slug);
		for (const source of article.sources) {
			const articles = sources.get(source.slug)?.articles ?? [];
			sources.set(source.slug, { ...source, articles: [...articles, id] });
		}
	}
	return [...sources.values()].sort((a, b) => a.slug.localeCompare(b.slug, 'en'));
}
