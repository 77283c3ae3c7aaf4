import type { LanguageTag } from '#lib/edition/language-tags.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words as they are compared: lower case, accents folded, Chinese split into words. */
export function tokenize(text: string, lang: LanguageTag): string[] {
	const folded = fold(text);
	if (!UNSPACED.test(folded)) return folded.match(WORD) ?? [];
	return segment(folded, lang);
}

/** `Línea` and `linea` are one word. In scripts whose marks are letters, only composed ones fold. */
const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();

function segment(text: string, lang: LanguageTag): string[] {
	if (!('Segmenter' in Intl)) return (text.match(WORD) ?? []).flatMap(pairs);
	const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
	return [...segmenter.segment(text)].flatMap((it) => (it.isWordLike ? [it.segment] : []));
}

/** Where the browser cannot split: every two neighbours, which a query of two characters finds. */
function pairs(word: string): string[] {
	const characters = [...word];
	if (!UNSPACED.test(word) || characters.length === 1) return [word];
	return characters.slice(1).map((it, index) => `${characters[index] ?? ''}${it}`);
}
