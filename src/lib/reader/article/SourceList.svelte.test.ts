import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { aSource } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import SourceList from './SourceList.svelte';

const FRAGMENT = ':~:text=may%20not%20enter';

test.each([
	['the words that were read', { fragment: FRAGMENT }, `https://example.org/law#${FRAGMENT}`],
	['the page, where nobody noted its words', {}, 'https://example.org/law'],
	[
		'the place that the address names itself',
		{ url: 'https://example.org/law#part-2', fragment: FRAGMENT },
		'https://example.org/law#part-2'
	]
])('a source leads to %s', (_, source, href) => {
	const sources = [aSource({ url: 'https://example.org/law', title: 'The law', ...source })];
	render(SourceList, { t: textsOf('en'), sources });
	expect(screen.getByRole('link', { name: 'The law' }).getAttribute('href')).toBe(href);
});
