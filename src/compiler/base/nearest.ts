import type { Fix } from './fix.ts';

/** The most edits by which a word may differ from a candidate and still be a typing error. */
const MAX_DISTANCE = 3;

/** The candidate that was probably meant, or `undefined` if none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let least = Math.min(MAX_DISTANCE, Math.ceil(word.length / 2)) + 1;
	for (const candidate of candidates) {
		const isBeginning = word.length > 1 && candidate.startsWith(word);
		const distance = isBeginning ? 0 : editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < least) {
			best = candidate;
			least = distance;
		}
	}
	return best;
}

/** A fix for a misspelt word, if a candidate is close. */
export function nearestFix(
	word: string,
	candidates: Iterable<string>,
	fix: (best: string) => Fix
): Fix[] {
	const best = nearest(word, candidates);
	return best === undefined ? [] : [fix(best)];
}

/** `Did you mean "x"? ` if something is close, else nothing: to be put before a remedy. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
	const best = nearest(word, candidates);
	return best === undefined ? '' : `Did you mean "${best}"? `;
}

/** Levenshtein's distance: insertions, deletions and replacements from one word to the other. */
function editDistance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
			const shorter = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
			current.push(Math.min(replaced, shorter));
		}
		previous = current;
	}
	return previous[to.length] ?? 0;
}
