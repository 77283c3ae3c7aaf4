import type { Corpus } from '../../../compiler/read/corpus.ts';
import { isWeak } from '../../../compiler/read/json-files.ts';
import type { FactChoice } from '../contract/document.ts';

/** Most are enough for a list that is read. */
const MOST_FACTS = 50;

/** Facts with all of these words in their number, statement or quote. */
export function findFacts({ facts }: Corpus, query: string): FactChoice[] {
	const words = query.toLowerCase().split(/\s+/);
	return [...facts.values()]
		.map(({ fields }) => fields)
		.filter(({ id, statement, quote }) => {
			const all = `${id} ${statement} ${quote}`.toLowerCase();
			return words.every((word) => all.includes(word));
		})
		.slice(0, MOST_FACTS)
		.map((fact) => {
			const { id, topic, statement, quote, sourceTitle, sourceUrl, sourceDate, confidence } = fact;
			const own = { id, topic, statement, quote, sourceTitle, sourceUrl, sourceDate, confidence };
			return { ...own, isWeak: isWeak(fact) };
		});
}
