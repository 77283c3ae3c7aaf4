/*
 * Words, sentences and quotes of running text, by rules of thumb. They are lenient: a sentence may be
 * cut once too often and pass a limit, but no good text is refused.
 */

/** Double quotes of the languages we publish: "…" “…” «…» „…“ 「…」 『…』. */
const QUOTE = /"([^"]*)"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”]|「([^」]*)」|『([^』]*)』/g;

/** The words inside each pair of double quotes. */
export const quotesIn = (text: string): string[] =>
	[...text.matchAll(QUOTE)].map(([, ...inside]) => inside.find((it) => it !== undefined) ?? '');

/** The text with its quotes taken out. One that ended a sentence leaves a full stop. */
export const withoutQuotes = (text: string): string =>
	text.replaceAll(QUOTE, (quote) => (/[.!?。！？]\p{P}?$/u.test(quote) ? ' . ' : ' … '));

/** The text with its quotation marks taken off: what is said counts as text. */
export const unquoted = (text: string): string => text.replaceAll(/["“”«»„「」『』]/g, ' ');

/** Whether a quotation mark has no partner. */
export const hasOpenQuote = (text: string): boolean =>
	(withoutQuotes(text).match(/["“”«»„「」『』]/g) ?? []).length > 0;

/** Every run up to a full stop, question or exclamation mark of any of our scripts. */
export const sentencesOf = (text: string): string[] =>
	text
		.split(/(?<=[.!?؟۔।])(?=\s|\p{P}|$)|(?<=[。！？])/u)
		.filter((sentence) => wordsOf(sentence).length > 0);

/** Whatever is between spaces and has a letter or digit: `800-354-0365` is one word. */
export const wordsOf = (text: string): string[] =>
	text.split(/[\s—–/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Characters but space and punctuation: the measure of a Chinese sentence. */
export const charactersIn = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
