import { partsOfQuote } from './find-quote.ts';

/** The words of a quote as its page writes them, or how they begin and end: what a link can lead to. */
export interface WordsOnPage {
	readonly start: string;
	readonly end?: string;
}

/** A quote that is longer is linked by its first and last words. */
const LONGEST_WHOLE = 80;
/** Fewer words than that are anywhere on a page. */
const LEAST_WORDS = 3;

interface Word {
	readonly letters: string;
	/** Places in the text of the page. */
	readonly from: number;
	readonly to: number;
}

/**
 * Where a quote stands on a page, in the page's own words; nothing where it stands there twice, or nowhere:
 * a browser would mark other words.
 *
 * @param text the page, with each of its parts on a line of its own
 */
export function wordsOnPage(quote: string, text: string): WordsOnPage | undefined {
	const words = wordsIn(text);
	const parts = partsOfQuote(quote);
	const [first = '', last = first] = [parts[0], parts.at(-1)];
	const [begin, ...again] = placesOf(first, words);
	if (first === '' || begin === undefined || again.length > 0) return undefined;
	const end = parts.length === 1 ? begin : placesOf(last, words).find(([at]) => at > begin[1]);
	if (!end) return undefined;
	const [from, to] = [begin[0], end[1]];

	const sliced = (a: number, b: number): string | undefined => {
		const slice = text.slice(words[a]?.from, words[b]?.to);
		// words over two parts of the page, or with a sign that has no width, are found by no browser
		return /\n|\p{Cf}/u.test(slice) ? undefined : slice;
	};
	const whole = sliced(from, to);
	if (parts.length === 1 && whole !== undefined && whole.length <= LONGEST_WHOLE) {
		return { start: whole };
	}
	return byEnds(words, from, to, sliced);
}

/** As few words of either end as are needed to mean this place alone. */
function byEnds(
	words: readonly Word[],
	from: number,
	to: number,
	sliced: (from: number, to: number) => string | undefined
): WordsOnPage | undefined {
	for (let count = LEAST_WORDS; 2 * count <= to - from + 1; count += 1) {
		const [start, end] = [sliced(from, from + count - 1), sliced(to - count + 1, to)];
		if (start === undefined || end === undefined) return undefined;
		const isFirst = placesOf(lettersIn(words, from, count), words).length === 1;
		const ends = placesOf(lettersIn(words, to - count + 1, count), words);
		const next = ends.find(([at]) => at >= from + count);
		if (isFirst && next?.[1] === to) return { start, end };
	}
	return undefined;
}

const lettersIn = (words: readonly Word[], from: number, count: number): string =>
	words
		.slice(from, from + count)
		.map(({ letters }) => letters)
		.join('');

const wordsIn = (text: string): Word[] =>
	[...text.matchAll(/[\p{L}\p{M}\p{N}\p{Cf}]+/gu)].flatMap(({ 0: word, index }) => {
		const letters = partsOfQuote(word).join('');
		return letters === '' ? [] : [{ letters, from: index, to: index + word.length }];
	});

/** First and last word of each place where these letters are whole words. */
function placesOf(letters: string, words: readonly Word[]): (readonly [number, number])[] {
	if (letters === '') return [];
	return words.flatMap((_, from) => {
		let rest = letters;
		for (let at = from; at < words.length && rest !== ''; at += 1) {
			const word = words[at]?.letters ?? '';
			if (!rest.startsWith(word)) return [];
			rest = rest.slice(word.length);
			if (rest === '') return [[from, at] as const];
		}
		return [];
	});
}
