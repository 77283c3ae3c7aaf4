import { compareWords } from '#lib/edition/text/compare-words.ts';

/** Letters and digits of a text alone, and where its words begin. */
interface Squeezed {
	readonly letters: string;
	/** Places in `letters` at which a word begins, and the place after the last. */
	readonly starts: ReadonlySet<number>;
}

/**
 * Whether a quote stands in a text, letter for letter and digit for digit. Space, punctuation, quotation
 * marks, dashes, hyphenation and case may differ: pages are set anew without being changed. An ellipsis
 * in the quote stands for any words.
 */
export function findQuote(quote: string, text: string): boolean {
	const page = squeeze(text);
	let from = 0;
	for (const part of partsOfQuote(quote)) {
		const found = findWhole(part, page, from);
		if (found === -1) return false;
		from = found + part.length;
	}
	return true;
}

/** What a quote is made of, whatever marks and spaces it is written with: two such are the same quote. */
export const lettersOf = (quote: string): string => partsOfQuote(quote).join('…');

/** The letters and digits of a quote, cut where it leaves words out. */
export const partsOfQuote = (quote: string): string[] =>
	quote
		.split(/\[?(?:\.\.\.|…)\]?/)
		.map((part) => squeeze(part).letters)
		.filter((part) => part !== '');

function squeeze(text: string): Squeezed {
	// soft hyphens and joiners have no width, and part no words
	const folded = text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/\p{Cf}/gu, '');
	const starts = new Set<number>();
	let letters = '';
	for (const [word] of folded.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		starts.add(letters.length);
		letters += word;
	}
	starts.add(letters.length);
	return { letters, starts };
}

/** Finds whole words: "3 hours" is not in "13 hours". */
function findWhole(part: string, { letters, starts }: Squeezed, from: number): number {
	for (let at = letters.indexOf(part, from); at !== -1; at = letters.indexOf(part, at + 1)) {
		if (starts.has(at) && starts.has(at + part.length)) return at;
	}
	return -1;
}

/** Fewer common words than that half are no trace of the quote. */
const LEAST_IN_COMMON = 0.5;

/**
 * The sentence of a text that is most like a quote that is not in it, with what differs in brackets; or
 * nothing, where none is like it.
 */
export function nearestWords(quote: string, text: string): string | undefined {
	const wanted = wordSet(quote);
	let best = { share: LEAST_IN_COMMON, sentence: '' };
	for (const sentence of text.split(/\n|(?<=[.!?])\s+/)) {
		const words = wordSet(sentence);
		const common = [...wanted].filter((word) => words.has(word)).length;
		const share = common / Math.max(wanted.size, 1);
		if (share > best.share && words.size < wanted.size * 4 + 20) best = { share, sentence };
	}
	return best.sentence === '' ? undefined : markedDifference(quote, best.sentence);
}

const wordSet = (text: string): Set<string> =>
	new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function markedDifference(before: string, after: string): string {
	return compareWords(before, after)
		.after.map(({ text, isChanged }) => (isChanged ? `{+${text.trimEnd()}+} ` : text))
		.join('')
		.trim();
}
