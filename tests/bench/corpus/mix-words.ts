import { pick, type Random } from './random.ts';

/**
 * The share of longer words that are exchanged. Calibrated, not guessed: at this value brotli needs
 * as many bytes for a copy of all real articles as for the real ones (`corpus.test.ts`). At 0 a
 * thousand articles would be the same sentences eighteen times over, and compress like that.
 */
const EXCHANGED = 0.6;

/** Short words hold a sentence together; longer ones carry what it is about. */
const LONG_WORD = /[A-Za-z][a-z']{3,}/g;

/** Every longer word as often as the texts use it, so that common words stay common. */
export const longWordsOf = (text: string): string[] =>
	[...text.matchAll(LONG_WORD)].map(([word]) => word.toLowerCase());

/** The same sentence about something else. Capitals stay where they were. */
export function mixWords(text: string, words: readonly string[], random: Random): string {
	return text.replaceAll(LONG_WORD, (word) => {
		if (random() >= EXCHANGED) return word;
		const other = pick(words, random);
		return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
	});
}

/** Cut at a word, never in the middle of one. */
export function shorten(text: string, maxLength: number): string {
	if (text.length <= maxLength) return text;
	return text.slice(0, text.lastIndexOf(' ', maxLength)).replace(/[^\w)]+$/, '');
}
