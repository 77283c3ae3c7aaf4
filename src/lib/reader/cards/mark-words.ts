const LETTER = /[\p{L}\p{N}]/u;
/** Scripts without spaces: a match may begin inside what looks like one word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export interface Piece {
	readonly text: string;
	readonly isMatch: boolean;
}

/** Cuts a text at the places where a matched term begins and ends. Accents and case do not matter. */
export function markWords(text: string, terms: readonly string[]): Piece[] {
	const characters = [...text];
	const folded = characters.map(fold);
	const isMatch = characters.map(() => false);
	for (const term of terms) markTerm([...fold(term)], folded, isMatch);

	const pieces: { text: string; isMatch: boolean }[] = [];
	for (const [index, character] of characters.entries()) {
		const last = pieces.at(-1);
		const matches = isMatch[index] ?? false;
		if (last?.isMatch === matches) last.text += character;
		else pieces.push({ text: character, isMatch: matches });
	}
	return pieces;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function markTerm(term: string[], folded: readonly string[], isMatch: boolean[]): void {
	const first = term[0];
	if (first === undefined) return;
	const needsStart = !UNSPACED.test(first);
	for (let start = 0; start + term.length <= folded.length; start++) {
		if (needsStart && LETTER.test(folded[start - 1] ?? ' ')) continue;
		if (term.every((character, offset) => folded[start + offset] === character))
			isMatch.fill(true, start, start + term.length);
	}
}
