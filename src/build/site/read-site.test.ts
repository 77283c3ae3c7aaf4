import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { contrastOf } from './check-contrast.ts';
import { readSite } from './read-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-site-'));
const file = join(folder, 'site.json');
afterEach(() => rmSync(file, { force: true }));

/** The first site with some of it changed, read again. */
function changed(change: Record<string, unknown>): ReturnType<typeof readSite> {
	cpSync('src/content/site.json', file);
	const site = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	writeFileSync(file, JSON.stringify({ ...site, ...change }));
	return readSite(folder);
}

const problemsOf = (read: ReturnType<typeof readSite>): string[] =>
	read.ok ? [] : read.problems.map((problem) => problem.replace(`${file}: `, ''));

const GOOD = {
	light: { rail: '#0a6466', railSoft: '#e0efee', onRail: '#ffffff' },
	dark: { rail: '#6fcfc8', railSoft: '#17302f', onRail: '#06201f' }
};

test('reads the first site, and colours that can be read', () => {
	expect(problemsOf(changed({ colours: GOOD }))).toEqual([]);
});

test('says what is missing, unknown or wrong, and where', () => {
	const given = {
		name: undefined,
		shortName: 'Much too long a name',
		about: 5,
		colour: '#fff',
		timeZone: 'Mars/Base',
		phone: { number: '555-0100', display: '' },
		place: 'Springfield',
		translatedNames: 'NYC'
	};
	expect(problemsOf(changed(given))).toEqual([
		'name is missing: src/content/site.json shows what it looks like',
		'shortName is longer than 12 characters',
		'about must be text in quotes',
		'timeZone is no time zone: write a name such as "Europe/Paris"',
		'phone.number must be digits alone: a short number, or + and the country, such as "+13125550100"',
		'phone.display is empty',
		'place must be fields in { }: see src/content/site.json',
		'translatedNames must be a list in [ ]: see src/content/site.json',
		'colour is no field of this file: take it out, or spell it as src/content/site.json does'
	]);
});

test('refuses names with what cannot be seen, and neutral ones that tell, or that are the same', () => {
	const hidden = { name: 'Hand\u202Erail', shortName: 'Hand\nrail' };
	expect(problemsOf(changed(hidden))).toEqual([
		'name has a character that cannot be seen: type it anew',
		'shortName has a character that cannot be seen: type it anew'
	]);
	expect(problemsOf(changed({ neutralNames: { sheet: 'My handrail', book: 'Guide' } }))).toEqual([
		'neutralNames.sheet has the name of the app in it: choose one that does not tell'
	]);
	expect(problemsOf(changed({ neutralNames: { sheet: 'Guide', book: 'guide ' } }))).toEqual([
		'neutralNames are the same: choose two: readers choose between them'
	]);
	// in Persian a name may need what joins no letters
	expect(problemsOf(changed({ neutralNames: { sheet: 'می\u200Cنوشت', book: 'Guide' } }))).toEqual(
		[]
	);
});

test('says that there is no file, and which one to look at', () => {
	expect(problemsOf(readSite(folder))[0]).toContain('src/content/site.json is an example');
});

test('measures contrast as WCAG does', () => {
	expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('refuses colours that somebody could not read, each with its figure', () => {
	const light = { ...GOOD.light, rail: '#f2b705' };
	const problems = problemsOf(changed({ colours: { ...GOOD, light } }));
	expect(problems).toHaveLength(4);
	expect(problems[0]).toBe(
		'colours.light.rail (#f2b705) on the page (#fbfaf6) has a contrast of 1.7; text needs 4.5: make rail darker, or change the other colour'
	);
});
