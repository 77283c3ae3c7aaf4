import { describe, expect, test } from 'vitest';
import { anEdition } from '#tests/support/publisher/an-edition.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { dataElement, structuredData } from './structured-data.ts';

const edition = anEdition();
const none = (): undefined => undefined;
const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;

describe('structuredData', () => {
	test('a guide is a HowTo whose steps are plain text', () => {
		const html = '<p>Call <bdi dir="ltr">311</bdi> &amp; wait.</p>';
		const guide = aGuide({ do: { heading: 'Do', items: [{ html }] } });

		expect(structuredData('en', guide, edition, none)).toMatchObject({
			'@type': 'HowTo',
			name: 'Officers come to the school bus',
			url: 'https://handrail.example/en/guides/school-bus/',
			inLanguage: 'en',
			dateModified: '2026-11-24',
			isAccessibleForFree: true,
			publisher: { '@type': 'Organization', name: 'A publisher' },
			license: 'https://creativecommons.org/licenses/by/4.0/',
			step: [{ '@type': 'HowToStep', text: 'Call 311 & wait.' }]
		});
	});

	test('a draft says so, names the English, and gives no steps away from their label', () => {
		const data = structuredData('es', aGuide({ lang: 'es', translation: draft }), edition, none);
		expect(data).toMatchObject({
			'@type': 'Article',
			inLanguage: 'es',
			creativeWorkStatus: 'Draft',
			translationOfWork: {
				url: 'https://handrail.example/en/guides/school-bus/',
				inLanguage: 'en'
			}
		});
		expect(data).not.toHaveProperty('step');
	});

	test('English that stands in for a missing translation is called English', () => {
		expect(structuredData('ru', aGuide(), edition, none)).toMatchObject({
			url: 'https://handrail.example/ru/guides/school-bus/',
			inLanguage: 'en'
		});
	});

	test('a directive is an article that is based on its sources', () => {
		expect(structuredData('en', aDirective(), edition, none)).toMatchObject({
			'@type': 'Article',
			headline: 'What school bus crews were told',
			isBasedOn: ['https://example.org/resources']
		});
	});

	test('a text that would end its element cannot', () => {
		expect(dataElement({ name: '</script><b>' })).not.toContain('</script><b>');
	});
});
