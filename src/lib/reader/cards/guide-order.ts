import type { Card } from '#lib/edition/card.ts';
import { roleOf } from '../state/roles.ts';
import { URGENCIES, type Urgency } from '#lib/edition/vocabulary.ts';

/**
 * Most pressing first: what a family may face, then bus and school, then city staff and police, then
 * what no officer stands in. Scenarios of the content reference; a guide's own slug where its
 * scenario has several.
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

/** Guides alone, by urgency, each group in `ORDER`. Groups without one are absent. */
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

/**
 * A few guides for who has not said who they are: two of a family's, then the first of bus, of school
 * and of city staff. Police and all others are one tap away.
 */
export function mixedGuides(cards: readonly Card[]): readonly Card[] {
	const sorted = sortGuides(cards);
	const wanted = ['family', 'family', 'bus', 'school', 'city'] as const;
	const mixed: Card[] = [];
	for (const role of wanted) {
		// the first audience is the main reader
		const next = sorted.find((card) => !mixed.includes(card) && roleOf(card.audiences[0]) === role);
		if (next) mixed.push(next);
	}
	// an edition that has none for some of these still fills its rows
	return [...mixed, ...sorted.filter((card) => !mixed.includes(card))].slice(0, wanted.length);
}
