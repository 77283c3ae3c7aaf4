import type { SourceRef } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import type { OpenArticle } from '#lib/edition/library.ts';

interface SourceData extends SourceRef {
	/** The ids of the articles that cite it. */
	readonly articles: readonly string[];
}

/** Every source that articles of the edition cite, once each, sorted by slug. */
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
