import type { Card } from '#lib/edition/card.ts';
import type { ShowFirst } from '#lib/phone/choices.ts';

/** The cards in two parts, both in the order given: those that fit all that was chosen, and the rest. */
export function showFirst(
	cards: readonly Card[],
	{ audience, status }: ShowFirst
): { first: readonly Card[]; rest: readonly Card[] } {
	const isFirst = (card: Card): boolean =>
		(!audience || card.audiences.includes(audience)) && (!status || card.status === status);
	if (!audience && !status) return { first: cards, rest: [] };
	return { first: cards.filter(isFirst), rest: cards.filter((card) => !isFirst(card)) };
}
