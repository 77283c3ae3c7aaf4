import type { Card } from '#lib/edition/card.ts';
import type { ShowFirst } from '#lib/phone/choices.ts';

/** Splits cards into those that fit all of the reader's choices and the rest. Both keep their order. */
export function showFirst(
	cards: readonly Card[],
	{ audience, status }: ShowFirst
): { first: readonly Card[]; rest: readonly Card[] } {
	const isFirst = (card: Card): boolean =>
		(!audience || card.audiences.includes(audience)) && (!status || card.status === status);
	if (!audience && !status) return { first: cards, rest: [] };
	return { first: cards.filter(isFirst), rest: cards.filter((card) => !isFirst(card)) };
}
