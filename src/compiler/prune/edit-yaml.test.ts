import { describe, expect, test } from 'vitest';
import { keepItems, keepKeys, keepWords } from './edit-yaml.ts';

const isGone = (word: string): boolean => word === 'bus';

describe('a list of words', () => {
	test.each([
		['guides: [bus, home]  # two\nnext: 1\n', 'guides: [home]  # two\nnext: 1\n'],
		['guides:\n  - home\n  - bus\nnext: 1\n', 'guides:\n  [home]\nnext: 1\n'],
		['guides: [bus]\n', 'guides: []\n'],
		['guides: [ home ]\n', 'guides: [ home ]\n'],
		['next: [bus]\n', 'next: [bus]\n']
	])('%j becomes %j', (yaml, left) => {
		expect(keepWords(yaml, 'guides', isGone)).toBe(left);
	});
});

describe('a map', () => {
	test.each([
		[
			'articles:\n  # the bus\n  bus: [a,\n    b]\n  home: [c]\n',
			'articles:\n  # the bus\n  home: [c]\n'
		],
		['lang: en\narticles:\n  bus: [a]\n', 'lang: en\n'],
		['articles:\n  home: [c]\n', 'articles:\n  home: [c]\n']
	])('%j becomes %j', (yaml, left) => {
		expect(keepKeys(yaml, 'articles', isGone)).toBe(left);
	});
});

describe('a list of maps', () => {
	test.each([
		['all:\n  - {of: bus, b: 1}\n  - of: home\n    b: 2\n', 'all:\n  - of: home\n    b: 2\n'],
		['all:\n  - of: bus\n    b: 1\n  - {of: home}\nz: 1\n', 'all:\n  - {of: home}\nz: 1\n'],
		['a: 1\nall:\n  - of: bus\n    b: 1\n', 'a: 1\n']
	])('%j becomes %j', (yaml, left) => {
		expect(keepItems(yaml, 'all', 'of', isGone)).toBe(left);
	});
});
