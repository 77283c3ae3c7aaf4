import { expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { cardDrawing } from './card-icon.ts';

const drawingOf = (of: Parameters<typeof aGuide>[0]) =>
	cardDrawing(toCard(aGuide(of), 'b'.repeat(64)));

test('a guide has the drawing of its scenario, and one that this app does not know is a paper', () => {
	const scenarios = ['S1', 'S2', 'S3', 'S4', 'S16', 'S17', 'S22', 'S99'];
	expect(scenarios.map((scenario) => drawingOf({ slug: 'any', scenario }))).toEqual([
		...['bus', 'school', 'principal', 'walk', 'silence', 'family', 'police', 'paper']
	]);
});

test('guides of one scenario that are about different things do not look the same', () => {
	const pairs = [
		{ slug: 'street-stop', scenario: 'S4' },
		{ slug: 'car-stop', scenario: 'S4' },
		{ slug: 'home-door', scenario: 'S5' },
		{ slug: 'check-the-paper', scenario: 'S5' },
		{ slug: 'city-desk', scenario: 'S8' },
		{ slug: 'shelter-room', scenario: 'S8' }
	];
	expect(pairs.map(drawingOf)).toEqual(['walk', 'car', 'door', 'judge', 'office', 'bed']);
});
