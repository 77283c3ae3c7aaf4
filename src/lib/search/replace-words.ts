import type { Asked } from './find-words.ts';
import type { Piece } from './mark-words.ts';
import type { SearchIndex } from './search-index.ts';

/** What was typed, with the words in it that were taken for slips. `undefined` where none was. */
export function replaceWords(
	index: SearchIndex,
	text: string,
	asked: readonly Asked[]
): readonly Piece[] | undefined {
	const replaced = new Map<string, string>();
	for (const { key, meant, isGuess } of asked) {
		const [best, ...others] = meant;
		if (!best || !isGuess) continue;
		const [word] = others.reduce(
			(one, other) => (isLikelier(index, other, one) ? other : one),
			best
		);
		replaced.set(key, writtenAs(index, word));
	}
	if (replaced.size === 0) return undefined;
	return index.keys.cut(text).flatMap((piece) => {
		const word = piece.keys.flatMap((key) => replaced.get(key) ?? [])[0];
		if (piece.text === '') return [];
		return [
			word === undefined ? { text: piece.text, isMatch: false } : { text: word, isMatch: true }
		];
	});
}

type Guess = readonly [word: string, sure: number];

/** Of two words that are as near, the commoner one. */
function isLikelier({ places }: SearchIndex, [a, sureOfA]: Guess, [b, sureOfB]: Guess): boolean {
	if (sureOfA !== sureOfB) return sureOfA > sureOfB;
	return (places.get(a)?.length ?? 0) > (places.get(b)?.length ?? 0);
}

/** A key is without ending and accents: the word as a text has it. */
function writtenAs({ places, lines, keys }: SearchIndex, key: string): string {
	const text = lines[places.get(key)?.[0] ?? -1]?.text ?? '';
	return (
		keys
			.cut(text)
			.find((it) => it.keys.includes(key))
			?.text.toLowerCase() ?? key
	);
}
