import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** Where a sentence begins and ends in its text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The end of a sentence in the scripts of our languages, for browsers that cannot tell. */
const ENDS = /[.!?؟۔।]+["”’»)]*(?=\s)|[。！？]+[」』”]*/gu;

/** Longer sentences are split at a comma: browsers cut off speech after about 15 seconds. */
const LONG = 200;
const PAUSES = /[,;:،؛，；、：](?=\s|\p{Script=Han})\s*/gu;

/**
 * Splits a text into sentences to be spoken one by one. Anything without a letter or digit is left
 * out.
 */
export function cutSentences(text: string, lang: LanguageTag): Span[] {
	return startsOf(text, lang)
		.map((start, index, starts) => trim(text, start, starts[index + 1] ?? text.length))
		.flatMap((span) => cutLong(text, span))
		.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function startsOf(text: string, lang: LanguageTag): number[] {
	// absent in older browsers
	if ('Segmenter' in Intl) {
		const segments = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text);
		return Array.from(segments, ({ index }) => index);
	}
	return [0, ...Array.from(text.matchAll(ENDS), ({ 0: mark, index }) => index + mark.length)];
}

function trim(text: string, start: number, end: number): Span {
	const sentence = text.slice(start, end);
	const from = start + (sentence.length - sentence.trimStart().length);
	return { start: from, end: Math.max(from, start + sentence.trimEnd().length) };
}

function cutLong(text: string, { start, end }: Span): Span[] {
	const spans: Span[] = [];
	let from = start;
	for (const { 0: mark, index } of text.slice(start, end).matchAll(PAUSES)) {
		const to = start + index + mark.length;
		const isRest = end - from <= LONG;
		if (isRest || to - from < LONG / 2) continue;
		spans.push(trim(text, from, to));
		from = to;
	}
	return [...spans, trim(text, from, end)];
}
