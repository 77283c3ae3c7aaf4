import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** Accents of Latin, Greek and Cyrillic, and the vowel signs that Arabic is mostly written without. */
const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ı: 'i', ß: 'ss' };
const APOSTROPHES = /['’‘ʻʼ`]/g;
/** Marks are parts of words: Bengali writes its vowels with them. */
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const CHINESE = /\p{Script=Han}+/gu;
/** Here a word before an apostrophe stands for itself: `l'école`, `m'ap`. */
const ELIDING: ReadonlySet<LanguageTag> = new Set(['fr', 'ht']);

/** Words as they are compared: lower case, accents folded, Chinese split into its words. */
export function tokenize(text: string, lang: LanguageTag): string[] {
	const joint = text.replace(APOSTROPHES, ELIDING.has(lang) ? ' ' : '');
	return fold(joint).match(WORDS)?.flatMap(splitChinese) ?? [];
}

/** NFC again at the end, or a Korean syllable would fall into its letters. */
function fold(text: string): string {
	const plain = text.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC');
	return plain.replace(/[łđøıß]/g, (letter) => LETTERS[letter] ?? letter);
}

function splitChinese(word: string): string[] {
	if (word.search(CHINESE) < 0) return [word];
	const others = word.split(CHINESE).filter((it) => it !== '');
	return [...others, ...(word.match(CHINESE)?.flatMap(chineseWords) ?? [])];
}

/** Pairs of characters where the browser cannot tell words apart (Firefox before 125). */
function chineseWords(text: string): string[] {
	if ('Segmenter' in Intl) {
		const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
		return Array.from(segmenter.segment(text), ({ segment }) => segment);
	}
	return characterPairs(text);
}

/** `警察敲门` → `警察`, `察敲`, `敲门`. */
export function characterPairs(text: string): string[] {
	const characters = Array.from(text);
	if (characters.length < 2) return characters;
	return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
