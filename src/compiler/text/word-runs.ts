import { wordsOf } from './running-text.ts';

/** Every run of `length` words of a text, without case and punctuation. */
export function wordRuns(text: string, length: number): string[] {
	const words = wordsOf(text.toLowerCase()).map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''));
	const starts = Math.max(0, words.length - length + 1);
	return Array.from({ length: starts }, (_, start) => words.slice(start, start + length).join(' '));
}
