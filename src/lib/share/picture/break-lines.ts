import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** Characters that never begin a line, and those that never end one. */
const NOT_FIRST = /^[\s.,:;!?%)\]}。，、：；！？）」』】〉》”’…؟،؛।۔\u2069]/u;
const NOT_LAST = /[([{（「『【〈《“‘\u2066]$/u;
/** Text that is written without spaces, in which a line may end between any two words. */
const UNSPACED = /[\p{Script=Han}。，、：；！？）」』】]/u;

/** Splits a text at the places where a line may end. */
function partsOf(text: string, lang: LanguageTag): readonly string[] {
	const parts: string[] = [];
	for (const piece of wordsOf(text, lang)) {
		const before = parts.at(-1) ?? '';
		const isBetweenHan = UNSPACED.test(before.at(-1) ?? '') || UNSPACED.test(piece[0] ?? '');
		const mayBreak = /\s$/u.test(before) || isBetweenHan;
		if (before !== '' && mayBreak && !NOT_FIRST.test(piece) && !NOT_LAST.test(before)) {
			parts.push(piece);
		} else parts[Math.max(0, parts.length - 1)] = before + piece;
	}
	return parts;
}

/**
 * Splits a text into words with the browser's segmenter. Without one, each Han character counts as
 * a word.
 */
function wordsOf(text: string, lang: LanguageTag): readonly string[] {
	if (!('Segmenter' in Intl)) return text.match(/\p{Script=Han}|\s+|[^\s\p{Script=Han}]+/gu) ?? [];
	const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
	return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/**
 * Breaks a text into lines of at most `width`. A part that is wider by itself, such as a long
 * address, is split between its characters.
 */
export function breakLines(
	text: string,
	lang: LanguageTag,
	width: number,
	measure: (text: string) => number
): string[] {
	const lines: string[] = [];
	let line = '';
	for (const part of partsOf(text, lang)) {
		if (measure((line + part).trimEnd()) <= width) {
			line += part;
			continue;
		}
		if (line !== '') lines.push(line.trimEnd());
		line = '';
		for (const letter of part) {
			if (line !== '' && measure((line + letter).trimEnd()) > width) {
				lines.push(line);
				line = '';
			}
			line += letter;
		}
	}
	return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}
