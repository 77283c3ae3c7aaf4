import type { Card } from '#lib/edition/card.ts';
import { roleOf } from '../state/roles.ts';
import { URGENCIES, type Urgency } from '#lib/edition/vocabulary.ts';

/**
 * Scenarios, the most urgent first: what a family may face, then bus and school, then city staff and
 * police, then situations without an officer. A slug stands for a guide whose scenario has several.
 */
const ORDER = [
	...['home-door', 'S16', 'S17', 'S4', 'child-home-alone', 'S6', 'shelter-room', 'S22', 'S5'],
	...['S1', 'S2', 'S3', 'S20', 'child-not-picked-up', 'S11', 'S8', 'S12'],
	...['S21', 'S7', 'S14', 'S9', 'S13', 'S10', 'S15', 'S18', 'S19']
];

function rank({ slug, scenario = '' }: Card): number {
	const own = ORDER.indexOf(slug);
	const position = own < 0 ? ORDER.indexOf(scenario) : own;
	return position < 0 ? ORDER.length : position;
}

/** Groups the guides among `cards` by urgency, each group in the order of `ORDER`. Empty groups are absent. */
export function guidesByUrgency(
	cards: readonly Card[]
): { urgency: Urgency; guides: readonly Card[] }[] {
	const groups = URGENCIES.map((urgency) => {
		const guides = cards.filter((card) => card.kind === 'guide' && card.urgency === urgency);
		return { urgency, guides: [...guides].sort((a, b) => rank(a) - rank(b)) };
	});
	return groups.filter(({ guides }) => guides.length > 0);
}

/** The guides among `cards`, by urgency and then in the order of `ORDER`. */
export const sortGuides = (cards: readonly Card[]): readonly Card[] =>
	guidesByUrgency(cards).flatMap(({ guides }) => guides);

/**
 * A few guides for readers who have not chosen a role: two for families, then the first one each for bus,
 * school and city staff. All others are one tap away.
 */
export function mixedGuides(cards: readonly Card[]): readonly Card[] {
	const sorted = sortGuides(cards);
	const wanted = ['family', 'family', 'bus', 'school', 'city'] as const;
	const mixed: Card[] = [];
	for (const role of wanted) {
		// the first audience of a guide is its main one
		const next = sorted.find((card) => !mixed.includes(card) && roleOf(card.audiences[0]) === role);
		if (next) mixed.push(next);
	}
	// fill up with other guides if the edition has none for some of these roles
	return [...mixed, ...sorted.filter((card) => !mixed.includes(card))].slice(0, wanted.length);
}
