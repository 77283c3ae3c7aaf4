import { describe, expect, test } from 'vitest';
import { aDirective, aGuide } from '#tests/support/fixture-articles.ts';
import { structuredData } from './structured-data.ts';

describe('structuredData', () => {
	test('a guide is a HowTo whose steps are plain text', () => {
		const guide = aGuide({
			do: {
				heading: 'Do',
				items: [{ html: '<p>Call <bdi dir="ltr">311</bdi> &amp; wait.</p>' }]
			}
		});

		expect(structuredData(guide, 'https://h.example/en/guides/school-bus/')).toMatchObject({
			'@type': 'HowTo',
			name: 'Officers come to the school bus',
			inLanguage: 'en',
			step: [{ '@type': 'HowToStep', text: 'Call 311 & wait.' }]
		});
	});

	test('a directive is an article that is based on its sources', () => {
		expect(structuredData(aDirective(), 'https://h.example/x/')).toMatchObject({
			'@type': 'Article',
			headline: 'What school bus crews were told',
			isBasedOn: ['https://example.org/resources']
		});
	});
});
