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

/** Documents indexed between two chances to answer a tap: about 30 ms on a slow phone. */
const SLICE = 64;

/** Built in slices, so that typing is never blocked. */
export async function buildIndex(
	documents: readonly SearchDocument[],
	lang: LanguageTag
): Promise<SearchIndex> {
	const index = new MiniSearch<SearchDocument>({
		fields: ['title', 'summary', 'search'],
		tokenize: (text) => tokenize(text, lang),
		// `tokenize` has folded already
		processTerm: (term) => term,
		searchOptions: {
			boost: { title: 3, summary: 1.5 },
			prefix: true,
			// one slip in a short word, two in a long one, none where it would be another word
			fuzzy: (term) => (term.length < 4 ? false : 0.2),
			maxFuzzy: 2
		}
	});
	await index.addAllAsync(documents, { chunkSize: SLICE });
	return index;
}

/**
 * What to do before what the rule is: guides, then directives, each best first. Articles with every
 * word come alone; only where there are none, those with some.
 */
export function query(index: SearchIndex, text: string): SearchHit[] {
	const all = index.search(text, { combineWith: 'AND' });
	const hits = all.length > 0 ? all : index.search(text);
	const found = hits.map(({ id, terms }) => ({ id: String(id), terms }));
	const isGuide = ({ id }: SearchHit): boolean => id.startsWith('guide/');
	return [...found.filter(isGuide), ...found.filter((hit) => !isGuide(hit))];
}
