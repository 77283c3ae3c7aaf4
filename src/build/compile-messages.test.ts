import { describe, expect, test } from 'vitest';
import { translator, type Catalogue } from '#lib/messages/translate.ts';
import { compileMessages, type Texts } from './compile-messages.ts';
import type { SiteWords } from './site/in-words-of.ts';

const ENGLISH: Texts = {
	as_of: 'As of {{date}}',
	title: 'Help',
	articles_one: '{{count}} article',
	articles_other: '{{count}} articles'
};

const SITE: SiteWords = { name: 'Banister', place: {}, texts: {} };

/** English and one other language, compiled. */
function compile(tag: string, own: Texts) {
	const compiled = compileMessages(
		new Map([
			['en', ENGLISH],
			[tag, own]
		]),
		SITE,
		'site.json'
	);
	return { ...compiled, t: translator(compiled.catalogues.get(tag) as unknown as Catalogue) };
}

/** The keys of this test, not those of the app. */
const say = (t: unknown, key: string, params?: Record<string, string | number>): string =>
	(t as (key: string, params?: Record<string, string | number>) => string)(key, params);

const isEnglish = (t: unknown, key: string): boolean =>
	(t as { langOf: (key: string) => string | undefined }).langOf(key) === 'en';

describe('compileMessages', () => {
	test('fills a gap with English and names the key as English', () => {
		const { t, problems } = compile('es', { title: 'Ayuda' });

		expect(say(t, 'title')).toBe('Ayuda');
		expect(say(t, 'as_of', { date: 'May 1' })).toBe('As of May 1');
		expect(say(t, 'articles', { count: 1 })).toBe('1 article');
		expect(['title', 'as_of', 'articles'].map((key) => isEnglish(t, key))).toEqual([
			false,
			true,
			true
		]);
		expect(problems).toEqual([]);
	});

	test('refuses a parameter that is lost or misspelt', () => {
		const { problems } = compile('es', { as_of: 'Al {{fecha}}' });

		expect(problems).toEqual(['src/messages/es.json: as_of: needs exactly {{date}}']);
	});

	test('refuses a key that English does not have', () => {
		const { problems } = compile('es', { tittle: 'Ayuda' });

		expect(problems).toEqual(['src/messages/es.json: tittle: not in en.json']);
	});

	test('takes an empty text, as a translators’ tool leaves one, for a gap', () => {
		const { t } = compile('es', { title: '', articles_one: '{{count}} texto', articles_other: '' });
		expect(say(t, 'title')).toBe('Help');
		expect(say(t, 'articles', { count: 2 })).toBe('2 articles');
		const many = compile('es', {
			articles_one: '{{count}} texto',
			articles_many: '',
			articles_other: '{{count}} textos'
		});
		expect(say(many.t, 'articles', { count: 1_000_000 })).toBe('1000000 textos');
		expect([...compile('es', { as_of: '' }).problems]).toEqual([]);
	});

	test('takes a plural only with every form that whole numbers ask for', () => {
		const some = compile('pl', { articles_one: '{{count}} artykuł', articles_other: 'x' });
		const all = compile('pl', {
			articles_one: '{{count}} artykuł',
			articles_few: '{{count}} artykuły',
			articles_many: '{{count}} artykułów'
		});

		expect(isEnglish(some.t, 'articles')).toBe(true);
		expect(say(some.t, 'articles', { count: 1 })).toBe('1 article');
		expect(isEnglish(all.t, 'articles')).toBe(false);
		expect(say(all.t, 'articles', { count: 3 })).toBe('3 artykuły');
		expect(say(all.t, 'articles', { count: 5 })).toBe('5 artykułów');
	});

	test('asks one form of a language without plural rules of its own', () => {
		const { t } = compile('ht', { articles_other: '{{count}} atik' });

		expect(say(t, 'articles', { count: 1 })).toBe('1 atik');
	});

	test('a singular may leave its number out', () => {
		const { problems } = compile('es', {
			articles_one: 'Un artículo',
			articles_other: '{{count}}'
		});

		expect(problems).toEqual([]);
	});

	test('writes the type of each key with its parameters', () => {
		const { keys } = compile('es', {});

		expect(keys).toContain("export type Language = 'en' | 'es';");
		expect(keys).toContain('\tas_of: [{ date: string }];');
		expect(keys).toContain('\ttitle: [];');
		expect(keys).toContain('\tarticles: [{ count: number }];');
	});
});
