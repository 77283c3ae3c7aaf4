import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.ts';

const SUITES = ['first-page', 'search'];

describe('the options of the benchmark', () => {
	test('measure both corpora five times, unless told otherwise', () => {
		expect(parseOptions([], SUITES)).toEqual({ articles: [60, 1000], runs: 5, only: undefined });
	});

	test('take a list of sizes, and less of everything when it must be quick', () => {
		expect(parseOptions(['--articles', '60,300'], SUITES).articles).toEqual([60, 300]);
		expect(parseOptions(['--quick'], SUITES)).toMatchObject({ articles: [60], runs: 2 });
		expect(parseOptions(['--quick', '--runs', '3'], SUITES).runs).toBe(3);
	});

	test('name what is wrong, and how it is called', () => {
		expect(() => parseOptions(['--articles', '60,many'], SUITES)).toThrow(/"many".*\nUsage/);
		expect(() => parseOptions(['--only', 'serch'], SUITES)).toThrow(
			/"serch"[^]*first-page, search/
		);
		expect(() => parseOptions(['--fast'], SUITES)).toThrow(/Usage/);
	});
});
