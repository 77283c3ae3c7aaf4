import type { SearchDocument } from '#lib/edition/search-document.ts';
import type { SearchWords } from '#lib/edition/search-words.ts';
import { createWordKeys, type WordKeys } from './word-keys.ts';

/** What kind of line a word stands in, by how much it says about the article. */
export const WEIGHTS = { title: 8, words: 7, summary: 4, steps: 3, rest: 0.3 } as const;
export type LineKind = keyof typeof WEIGHTS;

/** A title, a summary, a sentence, or one of the words that readers type. */
interface Line {
	/** Position of the article in `documents`. */
	readonly article: number;
	readonly kind: LineKind;
	readonly text: string;
	/** How many words it has. */
	readonly length: number;
}

export interface SearchIndex {
	readonly documents: SearchDocument[];
	readonly lines: Line[];
	/** Of each word, by its key, the lines that it stands in, in their order. */
	readonly places: Map<string, number[]>;
	readonly keys: WordKeys;
	readonly same: SameWords;
	/** Words by how they sound, made when first needed. */
	sounds?: ReadonlyMap<string, readonly string[]>;
}

/** Of an edition whose editors wrote none down. */
export const NO_WORDS: Omit<SearchWords, 'lang'> = {
	...{ ignored: [], beginnings: [], endings: [] },
	...{ letters: [], same: [], articles: [] }
};

interface Phrase {
	readonly of: readonly string[];
	readonly means: readonly string[];
}

interface SameWords {
	/** For a word's key, those of others that mean the same. */
	readonly words: ReadonlyMap<string, ReadonlySet<string>>;
	readonly phrases: readonly Phrase[];
}

/** An index of nothing yet: articles are added one by one, so that typing is never blocked. */
export function createIndex(words: SearchWords): SearchIndex {
	const keys = createWordKeys(words);
	const same = sameWords(words.same, keys);
	return { documents: [], lines: [], places: new Map(), keys, same };
}

export function addToIndex(
	index: SearchIndex,
	document: SearchDocument,
	typed: readonly string[]
): void {
	const { title, summary, steps, rest } = document;
	const article = index.documents.push(document) - 1;
	const byKind: Readonly<Record<LineKind, readonly string[]>> = {
		...{ title: [title], words: typed, summary: [summary], steps, rest }
	};
	for (const kind of Object.keys(byKind) as LineKind[]) {
		for (const text of byKind[kind]) addLine(index, { article, kind, text });
	}
}

function addLine(index: SearchIndex, line: Omit<Line, 'length'>): void {
	const { keys, lines, places } = index;
	const words = keys.of(line.text);
	const at = lines.push({ ...line, length: words.length }) - 1;
	for (const key of words) {
		const here = places.get(key);
		if (!here) places.set(key, [at]);
		// once for a line that says it twice
		else if (here.at(-1) !== at) here.push(at);
	}
}

/** Words that mean the same: of several together, only where all of them were asked. */
function sameWords(groups: readonly (readonly string[])[], keys: WordKeys): SameWords {
	const words = new Map<string, Set<string>>();
	const phrases: Phrase[] = [];
	for (const group of groups) {
		const all = group.map(keys.of).filter((it) => it.length > 0);
		// what is found is a word, not a pair of words that may stand anywhere
		const means = all.flatMap((it) => (it.length === 1 ? it : []));
		for (const of of all) {
			const [key = ''] = of;
			if (of.length > 1) phrases.push({ of, means });
			else words.set(key, new Set([...(words.get(key) ?? []), ...means]));
		}
	}
	return { words, phrases };
}
