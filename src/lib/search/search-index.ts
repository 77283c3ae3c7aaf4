import MiniSearch from 'minisearch';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchDocument } from '#lib/edition/search-document.ts';
import { tokenize } from './tokenize.ts';

export type SearchIndex = MiniSearch<SearchDocument>;

export interface SearchHit {
	/** `guide/<slug>` or `directive/<slug>`. */
	readonly id: string;
	/** The words of the article that matched, folded as `tokenize` folds them. */
	readonly terms: string[];
}

/** Documents in one slice: small enough that a slow phone still answers a key between two. */
const SLICE = 60;
/** A guide within this share of a directive's score comes first: what to do before what the rule is. */
const NEAR = 0.8;

/** Built in slices, so that typing is never blocked. */
export async function buildIndex(
	documents: readonly SearchDocument[],
	lang: LanguageTag
): Promise<SearchIndex> {
	const index = new MiniSearch<SearchDocument>({
		fields: ['title', 'summary', 'search'],
		tokenize: (text) => tokenize(text, lang),
		// already lower case
		processTerm: (term) => term,
		searchOptions: {
			boost: { title: 3, summary: 2 },
			prefix: true,
			fuzzy: (term) => (term.length > 4 ? 0.2 : false),
			combineWith: 'AND'
		}
	});
	for (let start = 0; start < documents.length; start += SLICE) {
		index.addAll(documents.slice(start, start + SLICE));
		if (start + SLICE < documents.length) await new Promise((resolve) => setTimeout(resolve));
	}
	return index;
}

/** Best first; of two near equals the guide before the directive. */
export function query(index: SearchIndex, text: string): SearchHit[] {
	const weight = (id: string): number => (id.startsWith('guide/') ? 1 : NEAR);
	return index
		.search(text)
		.map(({ id, score, terms }) => ({ id: String(id), terms, score: score * weight(String(id)) }))
		.sort((a, b) => b.score - a.score)
		.map(({ id, terms }) => ({ id, terms }));
}
