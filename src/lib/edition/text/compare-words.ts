export interface WordPiece {
	readonly text: string;
	readonly isChanged: boolean;
}

/** Two texts cut where words were removed from the first and added in the second. */
export interface WordChanges {
	readonly before: readonly WordPiece[];
	readonly after: readonly WordPiece[];
}

/**
 * A line's end; a character of a script that puts no spaces between words; else a word with the
 * space that follows it.
 */
const TOKEN =
	/\n|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?!\n|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\S)+[^\S\n]*|[^\S\n]+/gu;

/** Cells of the table below, of one byte or two: a whole article against another is a tenth. */
const MOST_CELLS = 4_000_000;

/**
 * The longest common sequence of words stays, everything else changed. Texts that are too long to
 * compare so count as changed from where they first differ to where they last do.
 */
export function compareWords(before: string, after: string): WordChanges {
	const [a, b] = [tokensOf(before), tokensOf(after)];
	let start = 0;
	while (start < a.length && start < b.length && isSame(a[start], b[start])) start += 1;
	let end = 0;
	const shorter = Math.min(a.length, b.length) - start;
	while (end < shorter && isSame(a.at(-1 - end), b.at(-1 - end))) end += 1;

	const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
	const kept = commonWords(middleA, middleB);
	const isKept = (index: number, length: number, inMiddle: ReadonlySet<number>): boolean =>
		index < start || index >= length - end || inMiddle.has(index - start);
	return {
		before: piecesOf(a, (index) => isKept(index, a.length, kept.before)),
		after: piecesOf(b, (index) => isKept(index, b.length, kept.after))
	};
}

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

const isSame = (a: string | undefined, b: string | undefined): boolean =>
	a === b || a?.trimEnd() === b?.trimEnd();

/** Places of the common words in each of the two. */
function commonWords(a: readonly string[], b: readonly string[]) {
	const kept = { before: new Set<number>(), after: new Set<number>() };
	const width = b.length + 1;
	if ((a.length + 1) * width > MOST_CELLS) return kept;
	/** At (i, j): how many words a from i on and b from j on have in common. */
	const longest = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i -= 1) {
		for (let j = b.length - 1; j >= 0; j -= 1) {
			const [down, right] = [longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0];
			const both = (longest[(i + 1) * width + j + 1] ?? 0) + 1;
			longest[i * width + j] = isSame(a[i], b[j]) ? both : Math.max(down, right);
		}
	}
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		if (isSame(a[i], b[j])) {
			kept.before.add(i);
			kept.after.add(j);
			i += 1;
			j += 1;
		} else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
		else j += 1;
	}
	return kept;
}

/** Neighbours of one kind in one piece. A line's end is never marked: there is nothing to see. */
function piecesOf(tokens: readonly string[], isKept: (index: number) => boolean): WordPiece[] {
	const pieces: { text: string; isChanged: boolean }[] = [];
	for (const [index, text] of tokens.entries()) {
		const isChanged = text !== '\n' && !isKept(index);
		const last = pieces.at(-1);
		if (last?.isChanged === isChanged) last.text += text;
		else pieces.push({ text, isChanged });
	}
	return pieces;
}
