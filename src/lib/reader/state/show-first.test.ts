import { expect, test } from 'vitest';
import type { Card } from '#lib/edition/card.ts';
import { showFirst } from './show-first.ts';

const card = (slug: string, over: Partial<Card>): Card => ({
	...{ id: `directive/${slug}`, kind: 'directive', slug, lang: 'en', title: slug, summary: '' },
	...{ level: 'city', audiences: ['family'], statusAsOf: '2026', reviewBy: '2026-12-24' },
	...{ changedOn: '2026-11-24', changes: [], isDraft: false, sha256: slug },
	...over
});
const cards = [
	card('a', { status: 'in_force' }),
	card('b', { status: 'ended', audiences: ['police', 'family'] }),
	card('c', { status: 'in_force', audiences: ['police'] }),
	card('d', {})
];
const slugs = (found: readonly Card[]): string[] => found.map(({ slug }) => slug);

test('without a choice all cards stay as they are', () => {
	expect(showFirst(cards, {})).toEqual({ first: cards, rest: [] });
});

test('cards for the chosen audience come first, whichever of their audiences it is', () => {
	const { first, rest } = showFirst(cards, { audience: 'police' });
	expect(slugs(first)).toEqual(['b', 'c']);
	expect(slugs(rest)).toEqual(['a', 'd']);
});

test('with two choices a card must fit both to come first, and none is lost', () => {
	const { first, rest } = showFirst(cards, { audience: 'police', status: 'in_force' });
	expect(slugs(first)).toEqual(['c']);
	expect(slugs(rest)).toEqual(['a', 'b', 'd']);
});

test('for one audience of a role its own cards come first, then those for the others of the role', () => {
	const school = [
		card('principal', { audiences: ['principal'] }),
		card('family', {}),
		card('desk', { audiences: ['school-desk'] }),
		card('teacher', { audiences: ['teacher', 'family'] })
	];
	const { first, rest } = showFirst(school, { audience: 'school-desk' });
	expect(slugs(first)).toEqual(['desk', 'principal', 'teacher']);
	expect(slugs(rest)).toEqual(['family']);
});
