import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchDocument } from '#lib/edition/search-document.ts';
import { buildIndex, query, type SearchHit, type SearchIndex } from './search-index.ts';

type ReadDocuments = (lang: LanguageTag) => Promise<readonly SearchDocument[]>;

export interface Search {
	readonly find: (lang: LanguageTag, text: string) => Promise<SearchHit[]>;
	/** Another edition is installed: what was built is of the old one. */
	readonly forget: () => void;
}

/** Search over what is stored, its index built once a language and edition, when first needed. */
export function createSearch(readDocuments: ReadDocuments): Search {
	const indexes = new Map<LanguageTag, Promise<SearchIndex>>();
	const indexOf = (lang: LanguageTag): Promise<SearchIndex> => {
		const known = indexes.get(lang);
		if (known) return known;
		const index = readDocuments(lang).then((documents) => buildIndex(documents, lang));
		indexes.set(lang, index);
		// storage that fails once may answer the next time
		index.catch(() => indexes.delete(lang));
		return index;
	};
	return {
		find: async (lang, text) => query(await indexOf(lang), text),
		forget: () => {
			indexes.clear();
		}
	};
}
