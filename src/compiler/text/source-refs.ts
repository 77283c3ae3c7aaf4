import type { SourceRef } from '#lib/edition/article.ts';
import { textFragment } from './text-fragment.ts';
import type { Corpus } from '../read/corpus.ts';

/** Slugs of the sources of these facts, in order of first use. A fact can rest on two sources. */
export function sourcesOfFacts(
	facts: readonly string[],
	corpus: Pick<Corpus, 'sources'>
): string[] {
	const index = sourceIndex(corpus);
	return [...new Set(facts.flatMap((fact) => index.get(fact) ?? []))];
}

const indexes = new WeakMap<Corpus['sources'], ReadonlyMap<string, readonly string[]>>();

/** Fact → sources. Made once for a corpus: a thousand articles ask for it. */
function sourceIndex({ sources }: Pick<Corpus, 'sources'>): ReadonlyMap<string, readonly string[]> {
	const known = indexes.get(sources);
	if (known) return known;
	const index = new Map<string, string[]>();
	for (const [slug, { fields }] of sources) {
		for (const fact of fields.facts) index.set(fact, [...(index.get(fact) ?? []), slug]);
	}
	indexes.set(sources, index);
	return index;
}

/** What a reader sees of each source. A slug without a source is left out: a check reports it. */
export function sourceRefs(slugs: readonly string[], { sources }: Corpus): SourceRef[] {
	return slugs.flatMap((slug) => {
		const source = sources.get(slug);
		if (!source) return [];
		const { title, publisher, url, originalUrl, copy, type } = source.fields;
		const { docDate, retrievedOn, grade, words } = source.fields;
		const original = originalUrl === undefined ? {} : { originalUrl };
		const where = { title, publisher, url, ...original };
		const fragment = words === undefined ? {} : { fragment: textFragment(words) };
		return [{ slug, ...where, copy, type, docDate, retrievedOn, grade, ...fragment }];
	});
}
