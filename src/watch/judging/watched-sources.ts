import type { Corpus } from '../../compiler/read/corpus.ts';
import type { WatchedSource } from './read-source.ts';

/** Every source of the content, with the quotes that it is cited for. */
export const watchedSources = (corpus: Pick<Corpus, 'sources' | 'facts'>): WatchedSource[] =>
	[...corpus.sources.values()].map(({ fields: { slug, url, originalUrl, facts } }) => {
		const quotes = facts.flatMap((id) => {
			const fact = corpus.facts.get(id)?.fields;
			if (fact === undefined || fact.quote === '') return [];
			// a fact may rest on two sources: its words stand in the one whose address it gives
			const isShared = sourcesOf(id, corpus) > 1;
			const isHere = fact.sourceUrl === url || fact.sourceUrl === originalUrl;
			return isShared && !isHere ? [] : [{ fact: id, words: fact.quote }];
		});
		return { slug, url, quotes };
	});

const sourcesOf = (fact: string, { sources }: Pick<Corpus, 'sources'>): number =>
	[...sources.values()].filter(({ fields }) => fields.facts.includes(fact)).length;
