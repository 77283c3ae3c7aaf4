import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { inWordsOf, type SiteWords } from './in-words-of.ts';

type Texts = Readonly<Record<string, string>>;
const FILES = { site: 'site.json', messages: 'src/messages' };
const SITE: SiteWords = {
	name: 'Banister',
	phone: { number: '+12175550100', display: '217-555-0100' },
	place: {
		en: { name: 'Springfield', in: 'in Springfield' },
		pl: { name: 'Springfield', in: 'w Springfieldzie' }
	},
	texts: {}
};

const fill = (texts: Record<string, Record<string, string>>, own: Partial<SiteWords> = {}) =>
	inWordsOf({ ...SITE, ...own }, new Map(Object.entries(texts)), FILES);

test('fills in the form that each language asks for, and nothing of a caller', () => {
	const { filled, problems } = fill({
		en: { where: '{app}, for {place}. As of {{date}}', scope: 'Where: {{place}}' },
		pl: { where: '{app} {in_place}. {{date}}' }
	});
	expect(problems).toEqual([]);
	expect(filled.get('en')).toEqual({
		where: 'Banister, for Springfield. As of {{date}}',
		scope: 'Where: {{place}}'
	});
	expect(filled.get('pl')).toEqual({ where: 'Banister w Springfieldzie. {{date}}' });
});

test('names the form that a language of the site needs and lacks', () => {
	const { problems } = fill({ pl: { hours: 'Godziny {of_place}' } });
	expect(problems).toEqual([
		'site.json: place.pl needs "of", for the text hours: "Godziny {of_place}"'
	]);
});

test('leaves a text out in a language that the site does not have', () => {
	const { filled, problems } = fill({ fr: { where: '{app} {in_place}', title: '{app}' } });
	expect(filled.get('fr')).toEqual({ title: 'Banister' });
	expect(problems).toEqual([]);
});

test('takes texts in the own words of a site, and refuses those that nothing shows', () => {
	const own = { en: { level: 'Rules of {place}', lvl: 'x' }, xx: { level: 'y' } };
	const { filled, problems } = fill({ en: { level: 'Rules of the city' } }, { texts: own });
	expect(filled.get('en')).toMatchObject({ level: 'Rules of Springfield' });
	expect(problems).toEqual([
		'site.json: texts.en: lvl: not in en.json',
		'site.json: texts: there is no language "xx"'
	]);
});

test('knows no other word in one brace', () => {
	expect(fill({ en: { title: '{ap} for you' } }).problems).toEqual([
		'src/messages/en.json: title: there is no {ap}, only {app}, {place}, {in_place}, {of_place}'
	]);
});

test('a site with nobody who answers calls on no number, in any language', () => {
	const catalogues = globSync('src/messages/*.json').map((file): [string, Texts] => [
		basename(file, '.json'),
		JSON.parse(readFileSync(file, 'utf8')) as Texts
	]);
	expect(catalogues.length).toBeGreaterThan(10);
	const { filled } = inWordsOf({ ...SITE, phone: undefined }, new Map(catalogues), FILES);
	for (const [lang, texts] of catalogues) {
		for (const key of ['missing_label', 'overdue']) {
			const [whole = '', said = ''] = [texts[key], filled.get(lang)?.[key]];
			expect(said, `${lang}: ${key}`).toMatch(/\S[.。।۔]$/u);
			expect(said).not.toContain('{{phone}}');
			expect(whole.startsWith(said.split(' ')[0] ?? '-')).toBe(true);
		}
	}
	// a contact has its own number
	expect(filled.get('en')?.['call_contact']).toBe('Call {{phone}}');
});
