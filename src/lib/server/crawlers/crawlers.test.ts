// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { anEdition } from '#tests/support/publisher/an-edition.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { addressLinks } from './address-links.ts';
import { feedLinks } from './feed-links.ts';
import { llms } from './llms.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';

const SITE = 'https://handrail.example';
const SHA = 'a'.repeat(64);
const cards = [toCard(aGuide(), SHA), toCard(aDirective(), SHA)];

describe('the sitemap', () => {
	// Spanish has the guide, and the English of the directive
	const spanish = [toCard(aGuide({ lang: 'es' }), SHA), ...cards.slice(1)];
	const text = sitemap(SITE, { en: cards, es: spanish });
	const xml = new DOMParser().parseFromString(text, 'application/xml');
	/** Each address → its alternates, by language. */
	const pages = new Map(
		[...xml.querySelectorAll('url')].map((url) => {
			const links = [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')];
			const alternates = links.map((link) => [
				link.getAttribute('hreflang') ?? '',
				link.getAttribute('href') ?? ''
			]);
			return [
				url.querySelector('loc')?.textContent ?? '',
				new Map(alternates as [string, string][])
			];
		})
	);

	test('is well-formed, and names every article in each language that it is in', () => {
		expect(xml.querySelector('parsererror')).toBeNull();
		expect([...pages.keys()]).toEqual(
			expect.arrayContaining([
				`${SITE}/`,
				`${SITE}/en/`,
				`${SITE}/en/guides/school-bus/`,
				`${SITE}/es/guides/school-bus/`,
				`${SITE}/en/directives/school-bus-training/`
			])
		);
		// the English again, under another name
		expect([...pages.keys()]).not.toContain(`${SITE}/es/directives/school-bus-training/`);
	});

	test('every language of a page names all of them, itself too, and each names it back', () => {
		for (const [address, alternates] of pages) {
			if (address === `${SITE}/`) continue;
			const isEnglishOnly = address.endsWith('/directives/school-bus-training/');
			const tags = isEnglishOnly ? ['en'] : ['en', 'es'];
			expect([...alternates.keys()]).toEqual([...tags, 'x-default']);
			expect([...alternates.values()]).toContain(address);
			for (const other of alternates.values()) {
				if (other === `${SITE}/`) continue;
				expect([...(pages.get(other)?.values() ?? [])], other).toContain(address);
			}
		}
	});

	test('an article changed on the day of its newest note, a list with its newest article', () => {
		const changed = [toCard(aGuide({ changedOn: '2026-12-01' }), SHA), ...cards.slice(1)];
		const lastmod = (rest: string): string =>
			new RegExp(`<loc>${SITE}${rest}</loc>(<lastmod>([^<]+))?`).exec(
				sitemap(SITE, { en: changed })
			)?.[2] ?? 'none';
		expect(lastmod('/en/guides/school-bus/')).toBe('2026-12-01');
		expect(lastmod('/en/directives/school-bus-training/')).toBe('2026-11-24');
		expect(lastmod('/en/')).toBe('2026-12-01');
		expect(lastmod('/en/about/')).toBe('none');
	});
});

test('robots.txt names the sitemap by the publisher’s address', () => {
	expect(robots(SITE)).toContain('\nSitemap: https://handrail.example/sitemap.xml\n');
});

describe('llms.txt', () => {
	const text = llms(anEdition(), cards, ['en', 'es']);

	test('says what this is not, and of when it is, before anything else', () => {
		const warnings = text.slice(0, text.indexOf('## Data'));
		expect(warnings).toContain('not legal advice');
		expect(warnings).toContain('Edition 3, issued 2026-11-24T09:00:00.000Z');
		expect(warnings).not.toContain('demo');
	});

	test('lists each guide with its page, its date and its data', () => {
		expect(text).toContain(
			'- [Officers come to the school bus](https://handrail.example/en/guides/school-bus/): ' +
				'What the driver and the attendant do when officers want to get on. As of 2025. ' +
				'[Data](https://handrail.example/data/en/guide/school-bus.json)'
		);
		expect(text).toContain('https://handrail.example/data/es/articles.json');
	});

	test('of a demonstration says so', () => {
		const { publisher } = anEdition();
		const demo = anEdition({ publisher: { ...publisher, isDemo: true } });
		expect(llms(demo, cards, ['en'])).toContain('demo keys, which prove nothing');
	});
});

test('a page links the feeds of its language, or the English ones where it has none', () => {
	expect(feedLinks('es', ['en', 'es'])).toContain('href="/es/feed.json"');
	expect(feedLinks('es', ['en', 'es'])).toContain('href="/es/feed.xml"');
	expect(feedLinks('ru', ['en', 'es'])).toContain('href="/en/feed.json"');
});

describe('the head of a page', () => {
	const of = (path: string, own: readonly LanguageTag[]) => {
		const head = addressLinks(SITE, path, own);
		const page = new DOMParser().parseFromString(`<head>${head}</head>`, 'text/html');
		const href = (selector: string) =>
			[...page.querySelectorAll(selector)].map((it) => it.getAttribute('href'));
		return { canonical: href('link[rel=canonical]'), others: href('link[hreflang]'), page };
	};

	test('names the page itself, and every language in which it is', () => {
		const { canonical, others } = of('/es/guides/school-bus/', ['en', 'es']);
		expect(canonical).toEqual([`${SITE}/es/guides/school-bus/`]);
		expect(others).toEqual([
			`${SITE}/en/guides/school-bus/`,
			`${SITE}/es/guides/school-bus/`,
			`${SITE}/en/guides/school-bus/`
		]);
	});

	test('of a page that shows the English names the English one, and no translation', () => {
		const { canonical, others } = of('/ru/guides/school-bus/', ['en', 'es']);
		expect([canonical, others]).toEqual([[`${SITE}/en/guides/school-bus/`], []]);
	});

	test('of a page before a language was chosen names itself', () => {
		expect(of('/', ['en', 'es']).canonical).toEqual([`${SITE}/`]);
		expect(of('/changes/', ['en', 'es']).canonical).toEqual([`${SITE}/changes/`]);
	});
});
