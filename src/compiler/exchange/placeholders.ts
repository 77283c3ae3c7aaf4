/** Words, or something that must come back as it is. */
export type Piece = { readonly words: string } | { readonly mark: string };

/** Fact markers, and the address of a link with the signs around it. */
const MARKS = /\{[^{}]*\}|\]\([^()\s]*\)/g;

/** Cuts what a translator must not touch out of words. Joined again it is what it was. */
export function toPieces(text: string): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	for (const match of text.matchAll(MARKS)) {
		if (match.index > end) pieces.push({ words: text.slice(end, match.index) });
		pieces.push({ mark: match[0] });
		end = match.index + match[0].length;
	}
	if (end < text.length) pieces.push({ words: text.slice(end) });
	return pieces;
}

/** The marks of a text, in their order. */
export const marksOf = (text: string): string[] =>
	toPieces(text).flatMap((piece) => ('mark' in piece ? [piece.mark] : []));

export const join = (pieces: readonly Piece[]): string =>
	pieces.map((piece) => ('mark' in piece ? piece.mark : piece.words)).join('');
