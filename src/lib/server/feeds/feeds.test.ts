// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { ChangeNote } from '#lib/edition/article.ts';
import { toCard } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

import { anEdition } from '#tests/support/publisher/an-edition.ts';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { atomFeed } from './atom-feed.ts';
import { toFeed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';

const NASTY = 'Doors & "gates" <script>alert(1)</script> ]]> \u0000\u000b';

const aNote = (overrides: Partial<ChangeNote> = {}): ChangeNote => {
	return {
		slug: '2026-12-01-bus',
		lang: 'en',
		date: '2026-12-01',
		importance: 'major',
		articles: ['guide/school-bus'],
		audiences: ['bus-crew'],
		what: 'The bus guide changed.',
		why: 'A new instruction.',
		doNow: 'Read the guide again.',
		before: 'Before, it said less.',
		sources: [],
		...overrides
	};
};
const draft = { state: 'draft', isDraft: true, on: '2026-12-01' } as const;

const feedOf = (notes: readonly ChangeNote[], lang: LanguageTag = 'en') => {
	const cards = [toCard(aGuide(), 'a'.repeat(64))];
	return toFeed({ edition: anEdition(), notes, cards }, textsOf(lang));
};

interface JsonFeed {
	readonly version: string;
	readonly title: string;
	readonly feed_url: string;
	readonly items: readonly (Record<string, unknown> & { content_html: string; title: string })[];
}
const jsonOf = (...args: Parameters<typeof feedOf>): JsonFeed =>
	JSON.parse(JSON.stringify(jsonFeed(feedOf(...args)))) as JsonFeed;

const ATOM = 'http://www.w3.org/2005/Atom';
/** Through a real XML parser, which answers with a `parsererror` where a feed is not well-formed. */
function atomOf(...args: Parameters<typeof feedOf>): Document {
	const atom = new DOMParser().parseFromString(atomFeed(feedOf(...args)), 'application/xml');
	expect(atom.querySelector('parsererror')).toBeNull();
	return atom;
}
const textOf = (node: ParentNode, name: string): string | null | undefined =>
	node.querySelector(name)?.textContent;
const htmlOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('the JSON Feed', () => {
	test('has what version 1.1 asks for', () => {
		const feed = jsonOf([aNote()]);
		expect(feed).toMatchObject({
			version: 'https://jsonfeed.org/version/1.1',
			title: 'Handrail: What changed',
			home_page_url: 'https://handrail.example/en/changes/',
			feed_url: 'https://handrail.example/en/feed.json',
			language: 'en',
			authors: [{ name: 'A publisher' }]
		});
		expect(feed.items).toEqual([
			expect.objectContaining({
				id: 'tag:handrail.example,2026-12-01:change/2026-12-01-bus/en',
				url: 'https://handrail.example/en/changes/#2026-12-01-bus',
				title: 'The bus guide changed.',
				date_published: '2026-12-01T12:00:00Z',
				tags: ['major']
			})
		]);
	});

	test('says what, why, what to do now, links the articles, and that it is not legal advice', () => {
		const [item] = jsonOf([aNote()]).items;
		const page = htmlOf(item?.content_html ?? '');
		const text = page.body.textContent;
		for (const part of [
			'bus guide changed',
			'new instruction',
			'Read the guide again',
			'said less'
		]) {
			expect(text).toContain(part);
		}
		expect(text).toContain('This is information, not legal advice.');
		expect(item?.['content_text']).toContain('This is information, not legal advice.');
		expect([...page.querySelectorAll('a')].map(({ href }) => href)).toEqual([
			'https://handrail.example/en/guides/school-bus/'
		]);
	});

	test('a draft carries its label in that language, in the title too', () => {
		const [item] = jsonOf([aNote({ lang: 'es', what: 'Cambió.', translation: draft })], 'es').items;
		expect(item?.title).toMatch(/^Cambió\. \(Traducción en borrador/);
		expect(item?.content_html).toContain('Traducción en borrador');
		expect(item?.content_html).toContain('Esto es información, no consejo legal.');
	});

	test('English that stands in for a missing translation says so', () => {
		const [item] = jsonOf([aNote()], 'es').items;
		expect(item).toMatchObject({ language: 'en' });
		expect(item?.title).toContain('(');
		expect(item?.content_html).toContain('<p lang="en" dir="ltr">The bus guide changed.</p>');
	});
});

describe('the Atom feed', () => {
	test('has what RFC 4287 asks for', () => {
		const atom = atomOf([aNote(), aNote({ slug: 'older', date: '2026-11-24' })]);
		const feed = atom.documentElement;
		expect([feed.localName, feed.namespaceURI]).toEqual(['feed', ATOM]);
		expect(textOf(feed, 'id')).toBe('https://handrail.example/en/feed.xml');
		expect(textOf(feed, 'updated')).toBe('2026-12-01T12:00:00Z');
		expect(textOf(feed, 'author > name')).toBe('A publisher');
		const self = feed.querySelector('link[rel=self]');
		expect(self?.getAttribute('href')).toBe('https://handrail.example/en/feed.xml');

		const entries = [...atom.querySelectorAll('entry')];
		expect(new Set(entries.map((entry) => textOf(entry, 'id'))).size).toBe(2);
		for (const entry of entries) {
			for (const name of ['id', 'title', 'updated', 'content']) {
				expect(textOf(entry, name), name).toBeTruthy();
			}
		}
		const related = entries[0]?.querySelector('link[rel=related]')?.getAttribute('href');
		expect(related).toBe('https://handrail.example/en/guides/school-bus/');
	});

	test('stays well-formed whatever a note says, and no text becomes an element', () => {
		const atom = atomOf([aNote({ what: NASTY, why: NASTY, doNow: NASTY, before: NASTY })]);
		const [entry] = atom.querySelectorAll('entry');
		expect(entry && textOf(entry, 'title')).toBe(NASTY.slice(0, -2));
		const page = htmlOf((entry && textOf(entry, 'content')) ?? '');
		expect(page.querySelector('script')).toBeNull();
		expect(page.body.textContent).toContain('<script>alert(1)</script>');
	});

	test('without a note it is a feed still, of the edition’s date', () => {
		expect(textOf(atomOf([]), 'updated')).toBe('2026-11-24T09:00:00.000Z');
	});
});
