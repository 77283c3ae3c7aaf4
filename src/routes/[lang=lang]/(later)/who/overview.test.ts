import { expect, test } from 'vitest';
import type { Guide } from '#lib/edition/article.ts';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { overviewOf } from './overview.ts';

const steps = (...items: readonly string[]): Guide['do'] => ({
	heading: 'Do',
	items: items.map((html) => ({ html }))
});
const door = aGuide({
	slug: 'home-door',
	do: steps('Keep it closed.', 'Ask.', 'Wait.'),
	overview: [{ place: 'home', for: 'family', steps: [1, 3] }]
});
const bus = aGuide({
	slug: 'school-bus',
	do: steps('Keep the doors closed.', 'Call.'),
	overview: [{ place: 'bus', for: 'staff', steps: [2] }]
});
const police = aGuide({
	slug: 'police',
	do: steps('Do not help.'),
	overview: [{ place: 'everywhere', for: 'police', steps: [1] }]
});

test('a place has the words of its guides, and leads to the first of them', () => {
	const { rows, everywhere } = overviewOf([bus, police, door]);
	expect(rows.map(({ place, guide }) => [place, guide.slug])).toEqual([
		['home', 'home-door'],
		['bus', 'school-bus']
	]);
	expect(rows[0]?.cells.family?.steps.map(({ html }) => html)).toEqual([
		'Keep it closed.',
		'Wait.'
	]);
	expect(rows[0]?.cells.staff).toBeUndefined();
	expect(everywhere?.steps.map(({ html }) => html)).toEqual(['Do not help.']);
});

test('a step that a guide has no longer is not made up', () => {
	const shorter = aGuide({ ...door, do: steps('Keep it closed.') });
	expect(overviewOf([shorter]).rows[0]?.cells.family?.steps).toHaveLength(1);
	expect(overviewOf([aGuide({ ...bus, do: steps('Wait.') })]).rows).toEqual([]);
});
