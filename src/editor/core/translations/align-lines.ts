import { UNKNOWN_PART } from '../../../compiler/read/source-parts.ts';
import type { TranslatedLine } from '../contract/translations.ts';

/** Which line of a translation stands for a line of the English of today, both by their numbers. */
export interface AlignedLine {
	/** In the block: 0 is its heading. */
	readonly english: number;
	/** Absent: the translation has none. */
	readonly own?: number;
	readonly state: TranslatedLine['state'];
}

/**
 * Finds for each line of a block of the English the line of the translation that was made from it. Lines
 * are known by what they said when they were translated: one that is new between two others moves none of
 * them out of its place.
 *
 * @param now hashes of the English: its heading, then its lines
 * @param recorded what the translation says it was made from; absent where it does not say
 */
export function alignLines(
	now: readonly string[],
	recorded: readonly string[] | undefined
): AlignedLine[] {
	if (!recorded) return now.map((_, english) => ({ english, state: 'untranslated' }));
	const found = now.map((hash, index) => {
		const at = recorded[index] === hash ? index : recorded.indexOf(hash);
		// a heading is a heading
		return at < 0 || (index === 0) !== (at === 0) ? undefined : at;
	});
	const taken = new Set(found);
	return now.map((_, english): AlignedLine => {
		const same = found[english];
		if (same !== undefined) return { english, own: same, state: 'same' };
		const [from, to] = around(found, english, recorded.length);
		for (let own = from; own < to; own += 1) {
			if (taken.has(own) || (english === 0) !== (own === 0)) continue;
			taken.add(own);
			return { english, own, state: recorded[own] === UNKNOWN_PART ? 'untranslated' : 'behind' };
		}
		return { english, state: 'untranslated' };
	});
}

/** Between the nearest lines that have found theirs. */
function around(
	found: readonly (number | undefined)[],
	at: number,
	length: number
): readonly [from: number, to: number] {
	const before = found.slice(0, at).findLast((it) => it !== undefined);
	const after = found.slice(at + 1).find((it) => it !== undefined);
	return [before === undefined ? 0 : before + 1, after ?? length];
}
