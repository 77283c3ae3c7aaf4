import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import EvidenceCounts from './EvidenceCounts.svelte';

test('counts the texts with a weak point, links each, and gives the oldest evidence first', () => {
	const guide = aGuide({ slug: 'door', title: 'At the door' });
	const rule = aDirective({ slug: 'rule', title: 'The rule' });
	const none = { unconfirmed: 0, practice: 0, copies: 0 };
	const evidence = {
		unusedFacts: 1,
		articles: [
			{ id: 'guide/door', ...none, newest: null, unconfirmed: 2 },
			{ id: 'directive/rule', ...none, newest: '2025-01', unconfirmed: 1 },
			{ id: 'directive/for-a-newer-app', ...none, newest: '2026', practice: 1 }
		]
	};
	const cards = [guide, rule].map((one) => toCard(one, 'b'.repeat(64)));
	const { container } = render(EvidenceCounts, { t: textsOf('en'), lang: 'en', evidence, cards });

	const texts = (selector: string) =>
		[...container.querySelectorAll(selector)].map((it) => it.textContent.trim());
	expect(texts('h2')).toEqual([
		'2 texts have a part that is not confirmed',
		'How new is the newest source?'
	]);
	expect(texts('a')).toEqual(['At the door', 'The rule', 'At the door', 'The rule']);
	expect(container.querySelector('a')?.getAttribute('href')).toBe('/en/guides/door/');
	expect(texts('.meta')).toEqual(['No source has a date', 'Newest source: January 2025']);
	expect(container.textContent).toContain('We hold 1 more fact that no text uses.');
});
