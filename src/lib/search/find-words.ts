import { isWithin } from './edit-distance.ts';
import type { SearchIndex } from './search-index.ts';
import { toSound } from './sound.ts';

/** Words of the index that may be meant by one that was typed, each with how sure that is, up to 1. */
export type Meant = ReadonlyMap<string, number>;

/** Below it a word was only guessed from a slip. */
export const SURE = 0.6;

/** A word that was typed, by its key. */
export interface Asked {
	readonly key: string;
	readonly meant: Meant;
}

export const surestOf = (meant: Meant): number => Math.max(0, ...meant.values());

export interface AskedWord {
	readonly key: string;
	/** What the words that it stands with mean together. */
	readonly means: readonly string[];
	/** It may be a word that is still being typed. */
	readonly isLast: boolean;
	/** As it is typed: a slip is none. */
	readonly isLiteral: boolean;
}

const SAME = 0.85;
const BEGINNING = 0.75;
/** The same word in another alphabet. */
const SOUND = SURE;
const SLIP = 0.55;
const RELATED = 0.4;

/** As short as this a beginning of a word says too little, but for the word that is being typed. */
const SHORTEST_BEGINNING = 3;
/** Below it a slip would be another word. */
const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO = 8;
const SHORTEST_RELATED = 4;

/** Scripts that write what belongs to a word right behind it. */
const JOINED = /^[\p{Script=Han}\p{Script=Hangul}]{2}/u;

/** A slip is looked for only where nothing else was found: else it would be another word. */
export function findWords(index: SearchIndex, { key, means, isLast, isLiteral }: AskedWord): Meant {
	const meant = new Map<string, number>();
	const add = (word: string, sure: number): void => {
		if (sure > (meant.get(word) ?? 0)) meant.set(word, sure);
	};
	const { places, same } = index;
	if (places.has(key)) add(key, 1);
	for (const other of [...(same.words.get(key) ?? []), ...means]) {
		if (places.has(other)) add(other, SAME);
	}
	const isKnown = meant.size > 0;

	const canBegin = isLast || key.length >= SHORTEST_BEGINNING;
	for (const word of places.keys()) {
		if (canBegin && word !== key && word.startsWith(key)) {
			// the less is missing, the likelier; a whole word that was typed is rarely a beginning
			const share = isLast ? 1 : key.length / word.length;
			add(word, BEGINNING * share * (isKnown ? 0.6 : 1));
		} else if (!isKnown && JOINED.test(word) && key.startsWith(word)) add(word, BEGINNING);
	}
	if (meant.size > 0) return meant;

	/** What is not typed as it stands, and those that mean the same as it. */
	const addGuess = (word: string, sure: number): void => {
		if (places.has(word)) add(word, sure);
		for (const other of same.words.get(word) ?? []) if (places.has(other)) add(other, sure * SAME);
	};
	const alphabet = alphabetOf(key);
	for (const word of soundsOf(index).get(toSound(key)) ?? []) {
		if (alphabetOf(word) !== alphabet) addGuess(word, SOUND);
	}
	if (meant.size > 0 || isLiteral) return meant;

	for (const word of [...places.keys(), ...same.words.keys()]) {
		if (isSlipOf(key, word)) addGuess(word, SLIP);
	}
	if (meant.size > 0) return meant;

	for (const word of places.keys()) if (isRelated(key, word)) add(word, RELATED);
	return meant;
}

const ALPHABET = /(\p{Script=Latin})|(\p{Script=Cyrillic})|(\p{Script=Arabic})|\p{L}/u;

/** Latin, Cyrillic, Arabic, or another. */
function alphabetOf(word: string): number {
	const [, ...groups] = ALPHABET.exec(word) ?? [];
	return groups.findIndex((it) => it !== undefined);
}

function soundsOf(index: SearchIndex): ReadonlyMap<string, readonly string[]> {
	if (index.sounds) return index.sounds;
	const sounds = new Map<string, string[]>();
	for (const word of new Set([...index.places.keys(), ...index.same.words.keys()])) {
		const sound = toSound(word);
		const alike = sounds.get(sound);
		if (alike) alike.push(word);
		else if (sound !== '') sounds.set(sound, [word]);
	}
	index.sounds = sounds;
	return sounds;
}

function isSlipOf(typed: string, word: string): boolean {
	if (typed.length < SHORTEST_WITH_SLIP || word.length < SHORTEST_WITH_SLIP - 1) return false;
	return isWithin(typed, word, typed.length < SHORTEST_WITH_TWO ? 1 : 2);
}

/** Another form of the word, in a language whose endings nobody wrote down. */
function isRelated(typed: string, word: string): boolean {
	const needed = Math.max(SHORTEST_RELATED, Math.ceil(Math.min(typed.length, word.length) * 0.7));
	return word.length - needed <= 4 && word.startsWith(typed.slice(0, needed));
}
