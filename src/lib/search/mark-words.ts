import type { WordKeys } from './word-keys.ts';

export interface Piece {
	readonly text: string;
	readonly isMatch: boolean;
}

/** Cuts a text before and behind each word that was meant. */
export function markWords(text: string, keys: WordKeys, meant: ReadonlySet<string>): Piece[] {
	const pieces: { text: string; isMatch: boolean }[] = [];
	for (const { text: part, keys: of } of keys.cut(text)) {
		const isMatch = of.some((key) => meant.has(key));
		const last = pieces.at(-1);
		if (last && last.isMatch === isMatch) last.text += part;
		else pieces.push({ text: part, isMatch });
	}
	return pieces.filter(({ text: part }) => part !== '');
}
