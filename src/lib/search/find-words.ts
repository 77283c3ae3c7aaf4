import { editDistance } from './edit-distance.ts';
import type { SearchIndex } from './search-index.ts';
import { toSound } from './sound.ts';

/** Words of the index that may be meant by one that was typed, each with how sure that is, up to 1. */
export type Meant = ReadonlyMap<string, number>;

/** With less than this, a word is not what was typed. */
export const SURE = 0.6;

/** A word that was typed, by its key. */
export interface Asked {
	readonly key: string;
	readonly meant: Meant;
	/** Whether it was taken for a slip or another form of the words that are meant. */
	readonly isGuess: boolean;
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

const SAME = 0.7;
const BEGINNING = 0.75;
/** A whole word that was typed is rarely the beginning of another. */
const BEGINNING_OF_KNOWN = 0.1;
/** The same word in another alphabet. */
const SOUND = SURE;
const ONE_SLIP = 0.8;
/** A guess that is no surer than this may be wrong: the word may as well be two that were joined. */
export const GUESSED = 0.6;
const TWO_SLIPS = 0.4;
const RELATED = GUESSED;

/** As short as this a beginning of a word says too little, but for the word that is being typed. */
const SHORTEST_BEGINNING = 3;
/** Below it a slip would be another word. */
const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO = 6;
/** Below it two slips leave a word's first letter as it is, or they would make any word of any other. */
const SHORTEST_WITH_ANY_TWO = 8;
const SHORTEST_RELATED = 4;

/** Scripts that write what belongs to a word right behind it. */
const JOINED = /^[\p{Script=Han}\p{Script=Hangul}]{2}/u;

export const isKnownWord = ({ places, same }: SearchIndex, key: string): boolean =>
	places.has(key) || same.words.has(key);

/** A slip is looked for only where nothing else was found: else it would be another word. */
export function findWords(
	index: SearchIndex,
	{ key, means, isLast, isLiteral }: AskedWord
): Omit<Asked, 'key'> {
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

	const canBegin = isLast || (!isKnown && key.length >= SHORTEST_BEGINNING);
	for (const word of places.keys()) {
		if (canBegin && word !== key && word.startsWith(key)) {
			// the less is missing, the likelier
			const share = isLast ? 1 : key.length / word.length;
			add(word, share * (isKnown ? BEGINNING_OF_KNOWN : BEGINNING));
		} else if (!isKnown && JOINED.test(word) && key.startsWith(word)) add(word, BEGINNING);
	}
	if (meant.size > 0) return { meant, isGuess: false };

	/** What is not typed as it stands, and those that mean the same as it. */
	const addGuess = (word: string, sure: number): void => {
		if (places.has(word)) add(word, sure);
		for (const other of same.words.get(word) ?? []) if (places.has(other)) add(other, sure * SAME);
	};
	const alphabet = alphabetOf(key);
	for (const word of soundsOf(index).get(toSound(key)) ?? []) {
		if (alphabetOf(word) !== alphabet) addGuess(word, SOUND);
	}
	if (meant.size > 0 || isLiteral) return { meant, isGuess: false };

	const { words, distance } = slipsOf(key, [...places.keys(), ...same.words.keys()]);
	for (const word of words) addGuess(word, distance === 1 ? ONE_SLIP : TWO_SLIPS);
	if (meant.size > 0) return { meant, isGuess: true };

	for (const word of places.keys()) if (isRelated(key, word)) add(word, RELATED);
	return { meant, isGuess: true };
}

/** The words with the fewest slips in them. */
function slipsOf(typed: string, words: readonly string[]): { words: string[]; distance: number } {
	let distance = typed.length < SHORTEST_WITH_TWO ? 1 : 2;
	let nearest: string[] = [];
	if (typed.length < SHORTEST_WITH_SLIP) return { words: nearest, distance };
	for (const word of words) {
		if (word.length < SHORTEST_WITH_SLIP - 1) continue;
		const slips = editDistance(typed, word, distance);
		if (slips === undefined) continue;
		if (slips > 1 && typed.length < SHORTEST_WITH_ANY_TWO && word[0] !== typed[0]) continue;
		if (slips < distance) nearest = [];
		distance = slips;
		nearest.push(word);
	}
	return { words: nearest, distance };
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

/** Another form of the word, in a language whose endings nobody wrote down. */
function isRelated(typed: string, word: string): boolean {
	const needed = Math.max(SHORTEST_RELATED, Math.ceil(Math.min(typed.length, word.length) * 0.7));
	return word.length - needed <= 4 && word.startsWith(typed.slice(0, needed));
}
