import type { Measured } from './figure.ts';
import type { Workshop } from './workshop.ts';

/** What a suite gets to work with. */
export interface Bench {
	readonly workshop: Workshop;
	readonly articles: readonly number[];
	readonly runs: number;
	/** A line about how far it is: a whole benchmark takes minutes. */
	readonly say: (line: string) => void;
}

/** Some figures that are measured together. */
export type Suite = (bench: Bench) => Promise<readonly Measured[]>;

/** The guide that is opened first, and one that is opened only when there is no network. */
export const FIRST_GUIDE = '/en/guides/school-bus/';
export const OTHER_GUIDE = '/en/guides/home-door/';

/** A suite that measures the same with each corpus: takes its samples, and gives figures of them. */
export const perCorpus =
	<Samples>(
		take: (articles: number, bench: Bench) => Promise<Samples>,
		toFigures: (articles: number, samples: Samples) => readonly Measured[]
	): Suite =>
	async (bench) => {
		const results: Measured[] = [];
		for (const articles of bench.articles) {
			results.push(...toFigures(articles, await take(articles, bench)));
		}
		return results;
	};
