import { expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { cardIcon } from './card-icon.ts';

const iconOf = (scenario: string) => cardIcon(toCard(aGuide({ scenario }), 'b'.repeat(64)));

test('a guide has the picture of its scenario, and one that this app does not know is a paper', () => {
	const scenarios = ['S1', 'S16', 'S17', 'S18', 'S19', 'S20', 'S21', 'S22', 'S99'];
	expect(scenarios.map(iconOf)).toEqual([
		...['bus', 'no', 'people', 'paper', 'clock', 'school', 'bus', 'shield', 'paper']
	]);
});
