import { findWords, GUESSED, isKnownWord, surestOf, type Asked } from './find-words.ts';
import type { SearchIndex } from './search-index.ts';

/** The words that say what a question is about, and what each may mean. With `isLiteral` none is a slip. */
export function askedWords(index: SearchIndex, text: string, isLiteral: boolean): Asked[] {
	const joined = joinWords(index, text);
	const words = index.keys
		.words(text)
		.flatMap((it) => it.keys.map((key) => ({ key, word: it.text })));
	// a small word that is all there is may be the beginning of another
	const typed =
		words.length > 0 ? words : index.keys.lastOf(text).map((key) => ({ key, word: key }));
	const keys = new Set(typed.map(({ key }) => key));
	const phrases = index.same.phrases.filter(({ of }) => of.every((key) => keys.has(key)));
	const asked = new Map<string, Asked>();
	for (const [at, { key, word }] of typed.entries()) {
		const together = phrases.flatMap((it) => (it.of.includes(key) ? it.means : []));
		const means = [...together, ...(joined.get(key) ?? [])];
		const isLast = at === typed.length - 1 && text.endsWith(word);
		const found = findWords(index, { key, means, isLast, isLiteral });
		const isUnknown = found.meant.size === 0 || (found.isGuess && surestOf(found.meant) <= GUESSED);
		const parts = isUnknown && !isLiteral ? splitWord(index, word) : [];
		if (parts.length === 0) asked.set(key, { key, ...found });
		for (const part of parts) {
			const meant = findWords(index, { key: part, means: [], isLast: false, isLiteral });
			asked.set(part, { key: part, ...meant });
		}
	}
	return [...asked.values()];
}

/** Known words that two neighbours make together, by the key of each of them: `dropoff` for `drop off`. */
function joinWords(index: SearchIndex, text: string): Map<string, string[]> {
	const joined = new Map<string, string[]>();
	const words = index.keys.words(text);
	for (const [at, { text: word, keys }] of words.entries()) {
		const next = words[at + 1];
		const [both = '', ...more] = next ? index.keys.of(word + next.text) : [];
		if (!next || more.length > 0 || !isKnownWord(index, both)) continue;
		for (const key of [...keys, ...next.keys]) joined.set(key, [...(joined.get(key) ?? []), both]);
	}
	return joined;
}

/** Shorter words are part of others by chance. */
const SHORTEST_PART = 3;

/** Splits a word that is two known words, such as `carstop`. Empty if it is not. */
function splitWord(index: SearchIndex, word: string): string[] {
	let commonest = 0;
	let found: string[] = [];
	for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
		const parts = [word.slice(0, at), word.slice(at)].map((it) => index.keys.of(it)[0] ?? '');
		if (!parts.every((key) => isKnownWord(index, key))) continue;
		// `car` and `stop`, rather than `cars` and `top`
		const [one = 0, other = 0] = parts.map((key) => index.places.get(key)?.length);
		const times = one * other;
		if (found.length > 0 && times <= commonest) continue;
		[commonest, found] = [times, parts];
	}
	return found;
}
