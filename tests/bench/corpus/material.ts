import { longWordsOf } from './mix-words.ts';
import { bodyLines, sentencesOf, withoutMarkers } from './body-lines.ts';
import type { RealArticle } from './real-article.ts';

/** What copies are made of, so that each is about something else than its model. */
export interface Material {
	/** Every longer word, as often as the real texts use it. */
	readonly words: readonly string[];
	/** Real sentences by the block that they stand in: steps stay like steps. */
	readonly sentences: ReadonlyMap<string, readonly string[]>;
}

export function materialOf(articles: readonly RealArticle[]): Material {
	const sentences = new Map<string, string[]>();
	for (const { anchor, text } of articles.flatMap(({ body }) => bodyLines(body))) {
		if (text === '' || text.startsWith('contact:')) continue;
		const known = sentences.get(anchor) ?? [];
		sentences.set(anchor, [...known, ...sentencesOf(withoutMarkers(text))]);
	}
	const words = articles.flatMap(({ body }) => longWordsOf(withoutMarkers(body)));
	return { words, sentences };
}
