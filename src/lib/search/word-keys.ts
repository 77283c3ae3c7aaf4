import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { fold } from './fold.ts';

/** How a language's words change, as its editors wrote it down. */
export interface WordForms {
	readonly lang: LanguageTag;
	/** `what`, `do`: words that say nothing of what is asked for. They have no key. */
	readonly ignored: readonly string[];
	/** `ال`: what may stand before a word. */
	readonly beginnings: readonly string[];
	/** `ing`, `s`: what may stand behind it. */
	readonly endings: readonly string[];
}

/** A piece of a text, and the keys of the words in it. A key is what words are compared by. */
export interface Cut {
	readonly text: string;
	readonly keys: readonly string[];
}

export interface WordKeys {
	readonly of: (text: string) => string[];
	/** The last word as it is typed: it may be the beginning of another. */
	readonly lastOf: (text: string) => string[];
	/** The whole text in pieces: words, and what stands between them. */
	readonly cut: (text: string) => Cut[];
}

/** Marks are parts of words: Bengali writes its vowels with them. So are joiners in Urdu. */
const WORDS = /[\p{L}\p{M}\p{N}'’‘ʻʼ`´′\u200c\u200d]+/gu;
const ELIDED_WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Here a word before an apostrophe stands for itself: `l'école`, `m'ap`. */
const ELIDING: ReadonlySet<LanguageTag> = new Set(['fr', 'ht']);
const CHINESE = /(\p{Script=Han}+)/u;
const HAS_CHINESE = /^\p{Script=Han}/u;
const DIGIT = /\d/;
const DOUBLED = /([a-z])\1$/;

/** What is left of a word without its ending must still say something, and more than the ending. */
const SHORTEST_STEM = 3;

/** Cuts texts of one language into words. A text has each of its words many times: they are kept. */
export function createWordKeys({ lang, ignored, beginnings, endings }: WordForms): WordKeys {
	const pattern = ELIDING.has(lang) ? ELIDED_WORDS : WORDS;
	const without = new Set(ignored.map(fold));
	const [before, behind] = [longestFirst(beginnings), longestFirst(endings)];
	const known = new Map<string, readonly Cut[]>();

	const stem = (word: string): string => {
		if (behind.length === 0 || DIGIT.test(word)) return word;
		const start = before.find((it) => leavesEnough(word, it) && word.startsWith(it)) ?? '';
		const bare = word.slice(start.length);
		const end = behind.find((it) => leavesEnough(bare, it) && bare.endsWith(it)) ?? '';
		// `stop` and `stopped`
		return bare.slice(0, bare.length - end.length).replace(DOUBLED, '$1');
	};
	const toKeys = (word: string): string[] => {
		const folded = fold(word);
		return folded === '' || without.has(folded) ? [] : [stem(folded)];
	};
	const cutChinese = createChineseCutter(toKeys);
	/** `ICE官员` is two words, and others may be as well. */
	const wordsOf = (run: string): readonly Cut[] => {
		const here = known.get(run);
		if (here) return here;
		const words = run.split(CHINESE).flatMap((part) => {
			if (part === '') return [];
			return HAS_CHINESE.test(part) ? cutChinese(part) : [{ text: part, keys: toKeys(part) }];
		});
		known.set(run, words);
		return words;
	};

	return {
		of: (text) => (text.match(pattern) ?? []).flatMap(wordsOf).flatMap(({ keys }) => keys),
		lastOf: (text) => (text.match(pattern) ?? []).slice(-1).map(fold),
		cut: (text) => {
			const pieces: Cut[] = [];
			let end = 0;
			for (const { 0: run, index } of text.matchAll(pattern)) {
				pieces.push({ text: text.slice(end, index), keys: [] }, ...wordsOf(run));
				end = index + run.length;
			}
			return [...pieces, { text: text.slice(end), keys: [] }];
		}
	};
}

const longestFirst = (parts: readonly string[]): string[] =>
	parts.map(fold).sort((a, b) => b.length - a.length);

const leavesEnough = (word: string, part: string): boolean =>
	word.length - part.length >= Math.max(SHORTEST_STEM, part.length + 1);

type ChineseCutter = (text: string) => Cut[];

/** Where a browser cannot tell words apart (Firefox before 125), each character is in two pairs. */
function createChineseCutter(toKeys: (word: string) => string[]): ChineseCutter {
	if (!('Segmenter' in Intl)) return cutIntoPairs;
	const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
	return (text) =>
		Array.from(segmenter.segment(text), ({ segment }) => ({
			text: segment,
			keys: toKeys(segment)
		}));
}

/** `警察敲门` has `警察`, `察敲`, `敲门`. */
function cutIntoPairs(text: string): Cut[] {
	const characters = Array.from(text);
	return characters.map((character, index) => {
		const next = characters[index + 1];
		const pair = next === undefined ? [] : [`${character}${next}`];
		const isAlone = characters.length === 1;
		return { text: character, keys: isAlone ? [character] : pair };
	});
}
