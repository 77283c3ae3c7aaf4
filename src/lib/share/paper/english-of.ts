import type { Lines } from '#lib/edition/article.ts';

/**
 * The English of one item of a translation: its own, or the item of the English text at the same
 * place if both texts have as many items. A translation that is behind may have other items, and
 * the wrong English beside one would mislead.
 */
export function englishOf(
	own: Lines,
	english: Lines | undefined,
	index: number
): string | undefined {
	const isAligned = english?.items.length === own.items.length;
	return own.items[index]?.english ?? (isAligned ? english.items[index]?.html : undefined);
}
