import { describe, expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { guidesByUrgency, mixedGuides } from './guide-order.ts';
import { leastSettled } from './statuses.ts';

const card = (article: Parameters<typeof toCard>[0]) => toCard(article, 'b'.repeat(64));

describe('guidesByUrgency', () => {
	const order = (guides: readonly Parameters<typeof aGuide>[0][]) =>
		guidesByUrgency([...guides.map((it) => aGuide(it)), aDirective()].map(card)).map(
			({ urgency, guides }) => [urgency, guides.map(({ slug }) => slug)]
		);

	test('puts a door that officers stand at before all else, and leaves directives out', () => {
		const groups = order([
			{ slug: 'rumor', scenario: 'S13' },
			{ slug: 'ready', scenario: 'S15', urgency: 'prepare' },
			{ slug: 'bus', scenario: 'S1' },
			{ slug: 'check-the-paper', scenario: 'S5' },
			{ slug: 'home-door', scenario: 'S5' }
		]);
		expect(groups).toEqual([
			['now', ['home-door', 'check-the-paper', 'bus', 'rumor']],
			['prepare', ['ready']]
		]);
	});

	test('puts an arrest and the hours after it before bus, school and office', () => {
		const groups = order([
			{ slug: 'desk', scenario: 'S8' },
			{ slug: 'student', scenario: 'S20' },
			{ slug: 'bus', scenario: 'S1' },
			{ slug: 'police-arrest', scenario: 'S22' },
			{ slug: 'shelter-room', scenario: 'S8' },
			{ slug: 'taken', scenario: 'S17' },
			{ slug: 'arrested', scenario: 'S16' },
			{ slug: 'home-door', scenario: 'S5' },
			{ slug: 'court', scenario: 'S7', urgency: 'today' },
			{ slug: 'bus-stop', scenario: 'S21', urgency: 'today' },
			{ slug: 'two-years', scenario: 'S19', urgency: 'prepare' },
			{ slug: 'papers', scenario: 'S18', urgency: 'prepare' }
		]);
		expect(groups).toEqual([
			[
				'now',
				[
					...['home-door', 'arrested', 'taken', 'shelter-room', 'police-arrest'],
					...['bus', 'student', 'desk']
				]
			],
			['today', ['bus-stop', 'court']],
			['prepare', ['papers', 'two-years']]
		]);
	});
});

describe('mixedGuides', () => {
	const slugs = (guides: readonly Parameters<typeof aGuide>[0][]) =>
		mixedGuides(guides.map((it) => card(aGuide(it)))).map(({ slug }) => slug);

	test('shows two of a family, then bus, school and city staff, by their main reader', () => {
		const found = slugs([
			{ slug: 'police-asked-to-help', scenario: 'S12', audiences: ['police'] },
			{ slug: 'city-desk', scenario: 'S8', audiences: ['city-staff'] },
			{ slug: 'school-door-desk', scenario: 'S2', audiences: ['school-desk'] },
			{ slug: 'school-bus', scenario: 'S1', audiences: ['bus-crew', 'family'] },
			{ slug: 'work', scenario: 'S6', audiences: ['family', 'city-staff'] },
			{ slug: 'street-stop', scenario: 'S4', audiences: ['family'] },
			{ slug: 'home-door', scenario: 'S5', audiences: ['family'] }
		]);
		expect(found).toEqual([
			'home-door',
			'street-stop',
			'school-bus',
			'school-door-desk',
			'city-desk'
		]);
	});

	test('an edition with few guides shows each of them once', () => {
		const few = [
			{ slug: 'police-asked-to-help', scenario: 'S12', audiences: ['police'] },
			{ slug: 'school-bus', scenario: 'S1', audiences: ['bus-crew'] }
		] as const;
		expect(slugs(few.map((it) => ({ ...it, audiences: [...it.audiences] })))).toEqual([
			'school-bus',
			'police-asked-to-help'
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
