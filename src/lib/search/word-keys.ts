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
	/** `門门`: letters that are one to who searches, the first written as the second. */
	readonly letters: readonly string[];
}

/** A piece of a text, and the keys of the words in it. A key is what words are compared by. */
export interface Cut {
	readonly text: string;
	readonly keys: readonly string[];
}

export interface WordKeys {
	readonly of: (text: string) => string[];
	/** Its words alone. One that says nothing of what is asked for has no key: `can`, `my`. */
	readonly words: (text: string) => Cut[];
	/** The last word as it is typed: it may be the beginning of another. */
	readonly lastOf: (text: string) => string[];
	/** The whole text in pieces: words, and what stands between them. */
	readonly cut: (text: string) => Cut[];
}

/** Marks are parts of words: Bengali writes its vowels with them. So are joiners in Urdu. */
const WORDS = /[\p{L}\p{M}\p{N}'’‘ʻʼ`´′\u200c\u200d]+/gu;
const ELIDED_WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Here a word before an apostrophe stands for itself: `l'école`, `m'ap`. */
const ELIDING: ReadonlySet<LanguageTag> = new Set(['fr', 'ht', 'sq']);
/** Here one ending stands behind another: `maktab-lar-dan`. */
const STACKING: ReadonlySet<LanguageTag> = new Set(['uz-Latn', 'ko', 'bn']);
const CHINESE = /(\p{Script=Han}+)/u;
const HAS_CHINESE = /^\p{Script=Han}/u;
const EACH_CHINESE = /\p{Script=Han}/gu;
const DIGIT = /\d/;
const DOUBLED = /([a-z])\1$/;

/** What is left of a word without its ending must still say something, and more than the ending. */
const SHORTEST_STEM = 3;
/** A syllable of Korean is one character: two of them say as much. */
const SHORT_STEMS = /\p{Script=Hangul}/u;
const SHORTEST_SHORT_STEM = 2;

/** Cuts texts of one language into words. A text has each of its words many times: they are kept. */
export function createWordKeys(forms: WordForms): WordKeys {
	const { lang, ignored, beginnings, endings, letters } = forms;
	const isStacking = STACKING.has(lang);
	const written = new Map(letters.map(([from = '', to = '']) => [from, to]));
	const unify = (text: string): string =>
		written.size === 0 ? text : text.replace(EACH_CHINESE, (it) => written.get(it) ?? it);
	const pattern = ELIDING.has(lang) ? ELIDED_WORDS : WORDS;
	const without = new Set(ignored.map((word) => unify(fold(word))));
	const [before, behind] = [longestFirst(beginnings), longestFirst(endings)];
	const known = new Map<string, readonly Cut[]>();

	const stem = (word: string): string => {
		if (behind.length === 0 || DIGIT.test(word)) return word;
		const start = before.find((it) => leavesEnough(word, it) && word.startsWith(it)) ?? '';
		let bare = word.slice(start.length);
		do {
			const end = behind.find((it) => leavesEnough(bare, it, isStacking) && bare.endsWith(it));
			if (end === undefined) break;
			bare = bare.slice(0, bare.length - end.length);
		} while (isStacking);
		// `stop` and `stopped`
		return bare.replace(DOUBLED, '$1');
	};
	const toKeys = (word: string): string[] => {
		const folded = fold(word);
		return folded === '' || without.has(folded) ? [] : [stem(folded)];
	};
	const cutUnified = createChineseCutter(toKeys);
	const cutChinese = (text: string): Cut[] => {
		let end = 0;
		return cutUnified(unify(text)).map(({ text: { length }, keys }) => {
			end += length;
			return { text: text.slice(end - length, end), keys };
		});
	};
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

	const words = (text: string): Cut[] => (text.match(pattern) ?? []).flatMap(wordsOf);
	return {
		words,
		of: (text) => {
			// every text of an edition comes through here: no list is made for each word
			const all: string[] = [];
			for (const run of text.match(pattern) ?? []) {
				for (const { keys } of wordsOf(run)) all.push(...keys);
			}
			return all;
		},
		lastOf: (text) => (text.match(pattern) ?? []).slice(-1).map((word) => unify(fold(word))),
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

function leavesEnough(word: string, part: string, isStacking = false): boolean {
	const left = word.length - part.length;
	if (SHORT_STEMS.test(word)) return left >= SHORTEST_SHORT_STEM;
	return left >= Math.max(SHORTEST_STEM, isStacking ? 0 : part.length + 1);
}

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
