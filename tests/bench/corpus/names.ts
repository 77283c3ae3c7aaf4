import { bodyLines } from './body-lines.ts';
import type { RealArticle, RealSource } from './real-article.ts';

/** What things are called in one round, so that a round's articles point at each other. */
export interface Names {
	/** `undefined`: the corpus ends before that article. */
	readonly articleSlug: (slug: string) => string | undefined;
	readonly sourceSlug: (slug: string) => string;
	readonly factId: (id: string) => string;
	/** A guide must rest on something: what stands in when all its directives are cut off. */
	readonly anyDirective: string;
}

interface RoundOf {
	readonly articles: readonly RealArticle[];
	readonly factIds: readonly string[];
	/** 0 is the real articles themselves. */
	readonly round: number;
	/** Articles in the whole corpus. */
	readonly count: number;
}

/** The model allows 9,999 fact ids: longer corpora use the same facts again. */
const FACT_IDS = 9999;

export function namesOf({ articles, factIds, round, count }: RoundOf): Names {
	const named = (slug: string, inRound: number): string =>
		inRound === 0 ? slug : `${slug}-${String(inRound + 1)}`;
	const isThere = (slug: string, inRound: number): boolean => {
		const index = articles.findIndex((article) => article.slug === slug);
		return index >= 0 && inRound * articles.length + index < count;
	};
	return {
		articleSlug(slug) {
			// the last round may be cut short: its articles rest on those of the first
			const inRound = [round, 0].find((it) => isThere(slug, it));
			return inRound === undefined ? undefined : named(slug, inRound);
		},
		sourceSlug: (slug) => named(slug, round),
		factId(id) {
			const number = (round * factIds.length + factIds.indexOf(id)) % FACT_IDS;
			const [topic, item] = [Math.floor(number / 100), number % 100];
			return `${String(topic)}.${String(item).padStart(2, '0')}`;
		},
		anyDirective: articles.find(({ folder }) => folder === 'directives')?.slug ?? ''
	};
}

export function factIdsOf(
	articles: readonly RealArticle[],
	sources: readonly RealSource[]
): string[] {
	const inTexts = articles
		.flatMap(({ body }) => bodyLines(body))
		.flatMap(({ text }) => [...text.matchAll(/\{[^{}]*\}/g)])
		.flatMap(([marker]) => marker.match(/\d{1,2}\.\d{2}/g) ?? []);
	return [...new Set([...inTexts, ...sources.flatMap(({ facts }) => facts)])].sort();
}
