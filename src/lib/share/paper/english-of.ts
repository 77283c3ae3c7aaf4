import type { Lines } from '#lib/edition/article.ts';

/**
 * The English of one item: the item's own, else that of the English text, if both have as many items. A
 * translation that is behind may have others, and the wrong English beside one would mislead.
 */
export function englishOf(
	own: Lines,
	english: Lines | undefined,
	index: number
): string | undefined {
	const isAligned = english?.items.length === own.items.length;
	return own.items[index]?.english ?? (isAligned ? english.items[index]?.html : undefined);
}
