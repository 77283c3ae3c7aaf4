import type { Card } from '#lib/edition/card.ts';
import type { ShowFirst } from '#lib/phone/choices.ts';
import { isFor, roleOf } from './roles.ts';

/**
 * Splits cards into those that fit the reader's choices and the rest. A role that was chosen on the home
 * page is kept as one of its audiences, so cards for the role's other audiences follow those for this one.
 */
export function showFirst(
	cards: readonly Card[],
	{ audience, status }: ShowFirst
): { first: readonly Card[]; rest: readonly Card[] } {
	if (!audience && !status) return { first: cards, rest: [] };
	const role = roleOf(audience);
	const fitting = cards.filter(
		(card) => (!role || isFor(role, card)) && (!status || card.status === status)
	);
	const isOwn = (card: Card): boolean => !audience || card.audiences.includes(audience);
	const first = [...fitting.filter(isOwn), ...fitting.filter((card) => !isOwn(card))];
	return { first, rest: cards.filter((card) => !fitting.includes(card)) };
}
