import type { Card } from '#lib/edition/card.ts';
import { URGENCIES, type Urgency } from '#lib/edition/vocabulary.ts';

/**
 * Scenarios of the content reference, most pressing first: those where an officer stands in front of
 * the reader, families before staff, then the rest.
 */
const SCENARIOS = 'S5 S1 S2 S3 S4 S6 S8 S12 S9 S7 S10 S11 S13 S14 S15'.split(' ');

const rank = ({ scenario }: Card): number => {
	const position = SCENARIOS.indexOf(scenario ?? '');
	return position < 0 ? SCENARIOS.length : position;
};

/** Guides alone, by urgency, each group in the order of `SCENARIOS`. Groups without one are absent. */
export function guidesByUrgency(
	cards: readonly Card[]
): { urgency: Urgency; guides: readonly Card[] }[] {
	const groups = URGENCIES.map((urgency) => {
		const guides = cards.filter((card) => card.kind === 'guide' && card.urgency === urgency);
		return { urgency, guides: [...guides].sort((a, b) => rank(a) - rank(b)) };
	});
	return groups.filter(({ guides }) => guides.length > 0);
}

/** The same in one list. */
export const sortGuides = (cards: readonly Card[]): readonly Card[] =>
	guidesByUrgency(cards).flatMap(({ guides }) => guides);
