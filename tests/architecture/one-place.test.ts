import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Names of the first site's place, its offices, numbers and zone, in the languages it is read in. Code
 * takes them from `site.json`, so that another city's app needs no change of code.
 */
const OF_ONE_PLACE = [
	'New[ _-]York',
	'\\bNYC',
	'\\bNYPD\\b',
	'\\bnyc\\b',
	'(?<!\\d)311(?!\\d)',
	'\\b(?:Manhattan|Brooklyn|Queens|Bronx|Staten Island|Albany)\\b',
	'Nueva York|Nouy[oò]k|Nowy\\w* Jork|Nju[ -]Jork|Nyu-York',
	'Нью-Йорк|نيويورك|نیو ?یارک|নিউ ?ইয়র্ক|뉴욕|纽约|紐約'
];
const PATTERN = new RegExp(OF_ONE_PLACE.join('|'), 'u');

/** Code, words and files that every site is built from; tests may name a place. */
const files = globSync(['src/**/*', 'static/*.*', 'static/reset/*', '*.config.*'], {
	exclude: (path) => /^src\/content$|\/generated$|^static\/published$/.test(path)
})
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /\.\w+$/.test(path) && !/\.(?:test\.ts|png)$/.test(path))
	.filter((path) => !/^src\/content\/|\/generated\//.test(path) && statSync(path).isFile());

test.each(['Call 311.', 'America/New_York', 'в Нью-Йорке', 'NYCPS'])(
	'"%s" is of one place',
	(text) => {
		expect(text).toMatch(PATTERN);
	}
);

test('code and interface texts name no place: site.json does', () => {
	expect(files.length).toBeGreaterThan(500);
	const found = files.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.flatMap((line, index) => {
				const [name] = PATTERN.exec(line.replaceAll(/#[0-9a-f]{6}/g, '')) ?? [];
				return name === undefined ? [] : [`${file}:${String(index + 1)}: ${name}`];
			})
	);
	expect(found).toEqual([]);
});
