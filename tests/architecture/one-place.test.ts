import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OF_ONE_PLACE } from './one-place.ts';

const PATTERN = new RegExp(OF_ONE_PLACE, 'u');

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
