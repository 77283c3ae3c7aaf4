import { describe, expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { anEdition } from '#tests/support/publisher/an-edition.ts';
import {
	aContact,
	aDirective,
	aGuide,
	aSource
} from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { articleBlocks } from './article-blocks.ts';
import { articleData, articleSummary } from './article-data.ts';
import { editionData } from './edition-data.ts';
import { sourcesData } from './sources-data.ts';

const SHA = 'a'.repeat(64);
const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;
const edition = anEdition();

describe('an article’s data', () => {
	test('says how far it can be relied on, where its page is, and what was signed', () => {
		const open = { article: aDirective(), blob: SHA };
		expect(articleSummary(edition, textsOf('en'), open)).toMatchObject({
			id: 'directive/school-bus-training',
			status: 'in_force',
			statusAsOf: '2025',
			confidence: 'medium',
			reviewBy: '2026-12-24',
			translation: null,
			labels: expect.arrayContaining([
				'This is information, not legal advice.',
				'Not yet checked by a lawyer'
			]) as string[],
			address: 'https://handrail.example/en/directives/school-bus-training/',
			data: 'https://handrail.example/data/en/directive/school-bus-training.json',
			signed: `https://handrail.example/published/blob/${SHA}.json`
		});
	});

	test('of a draft carries its label in that language', () => {
		const open = { article: aGuide({ lang: 'es', translation: draft }), blob: SHA };
		expect(articleSummary(edition, textsOf('es'), open)).toMatchObject({
			translation: draft,
			labels: expect.arrayContaining([
				'Traducción en borrador; ninguna persona la ha revisado todavía'
			]) as string[]
		});
	});

	test('of a missing translation is English, and says so', () => {
		const open = { article: aGuide(), blob: SHA };
		expect(articleSummary(edition, textsOf('es'), open)).toMatchObject({
			lang: 'en',
			translation: { state: 'missing' }
		});
	});

	test('an explainer has no status: null, not left out', () => {
		const { status: _, ...explainer } = aDirective({ form: 'explainer' });
		const open = { article: explainer, blob: SHA };
		expect(articleSummary(edition, textsOf('en'), open)).toHaveProperty('status', null);
	});

	test('carries the date of its edition, the blocks and the sources', () => {
		const open = { article: aGuide(), blob: SHA, cards: [] };
		expect(articleData(edition, textsOf('en'), open)).toMatchObject({
			api: 1,
			edition: 3,
			issued: edition.issued,
			expires: edition.expires,
			directives: ['school-bus-training'],
			sources: [{ slug: 'nycsbus-immigration-resources' }, { slug: 'press' }]
		});
	});
});

describe('blocks', () => {
	test('stand in the order of the page, as HTML and as plain text', () => {
		const blocks = articleBlocks(aGuide());
		expect(blocks.map(({ name }) => name)).toEqual([
			...['do', 'say', 'call', 'dont', 'if-wrong', 'why', 'unconfirmed']
		]);
		expect(blocks.find(({ name }) => name === 'if-wrong')).toMatchObject({
			heading: 'If they come in anyway',
			text: 'Do not resist. Stay calm. Stay with the children. Tell dispatch what happened.'
		});
	});

	test('keep the English beside a line, and a contact whole', () => {
		const item = { html: 'Llame al <bdi dir="ltr">311</bdi>.', english: 'Call <bdi>311</bdi>.' };
		const contact = aContact();
		const guide = aGuide({
			do: { heading: 'Qué hacer', items: [item] },
			call: { heading: 'Llame', items: [{ contact }] }
		});
		const [steps, , call] = articleBlocks(guide);
		expect(steps?.items).toEqual([
			{ html: item.html, text: 'Llame al 311.', english: 'Call 311.' }
		]);
		expect(call?.items).toEqual([{ contact }]);
	});
});

test('a source that two articles name is there once, with both', () => {
	const guide = aGuide({ sources: [aSource(), aSource({ slug: 'a-law' })] });
	expect(sourcesData([{ article: guide }, { article: aDirective() }])).toMatchObject([
		{ slug: 'a-law', articles: ['guide/school-bus'] },
		{
			slug: 'nycsbus-immigration-resources',
			articles: ['guide/school-bus', 'directive/school-bus-training']
		}
	]);
});

test('the edition’s data count what is translated, and how much of that is a draft', () => {
	const spanish = toCard(aGuide({ lang: 'es', translation: draft }), SHA);
	const languages = [{ lang: 'es', cards: [spanish, toCard(aDirective(), SHA)] }] as const;
	expect(editionData(edition, languages, ['articles'])).toMatchObject({
		edition: 3,
		signed: 'https://handrail.example/published/head.json',
		languages: [
			{
				lang: 'es',
				articles: 2,
				translated: 1,
				drafts: 1,
				files: { articles: 'https://handrail.example/data/es/articles.json' },
				feeds: { atom: 'https://handrail.example/es/feed.xml' }
			}
		]
	});
});
