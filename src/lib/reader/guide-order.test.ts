import { describe, expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { aDirective, aGuide } from '#tests/support/fixture-articles.ts';
import { guidesByUrgency } from './guide-order.ts';
import { leastSettled } from './statuses.ts';

const card = (article: Parameters<typeof toCard>[0]) => toCard(article, 'b'.repeat(64));

describe('guidesByUrgency', () => {
	test('puts a door that officers stand at before all else, and leaves directives out', () => {
		const cards = [
			aGuide({ slug: 'rumor', scenario: 'S13' }),
			aGuide({ slug: 'ready', scenario: 'S15', urgency: 'prepare' }),
			aDirective(),
			aGuide({ slug: 'bus', scenario: 'S1' }),
			aGuide({ slug: 'check-the-paper', scenario: 'S5' }),
			aGuide({ slug: 'home-door', scenario: 'S5' })
		].map(card);

		const groups = guidesByUrgency(cards).map(({ urgency, guides }) => [
			urgency,
			guides.map(({ slug }) => slug)
		]);

		expect(groups).toEqual([
			['now', ['home-door', 'bus', 'check-the-paper', 'rumor']],
			['prepare', ['ready']]
		]);
	});
});

describe('leastSettled', () => {
	test('looks only at the rules of the guide, and may find none', () => {
		const cards = [
			aDirective({ slug: 'a', status: 'in_force' }),
			aDirective({ slug: 'b', status: 'not_law' }),
			aDirective({ slug: 'c', status: 'blocked' })
		].map(card);

		expect(leastSettled(['a', 'b'], cards)?.slug).toBe('b');
		expect(leastSettled([], cards)).toBeUndefined();
	});
});
