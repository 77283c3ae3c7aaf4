import { describe, expect, test } from 'vitest';
import { cruiseSource } from './cruise-source.ts';
import { findFolderCycles, type ImportEdge } from './folder-cycles.ts';

test('no two folders of the code import each other', async () => {
	const { modules } = await cruiseSource(process.cwd());
	const edges = modules.flatMap(({ source, dependencies }) =>
		dependencies.map(({ resolved }): ImportEdge => ({ from: source, to: resolved }))
	);
	const ours = edges.filter(
		({ from, to }) => [from, to].every((it) => it.startsWith('src/')) && !from.endsWith('.test.ts')
	);
	expect(ours.length).toBeGreaterThan(1000);
	expect(findFolderCycles(ours)).toEqual([]);
}, 60_000);

describe('a cycle of folders is found', () => {
	const found = (...pairs: readonly (readonly [string, string])[]): string[] =>
		findFolderCycles(pairs.map(([from, to]) => ({ from, to }))).map(
			({ inside, folders }) => `${inside}: ${folders.join(' ')}`
		);

	test('between two folders, though no two files import each other', () => {
		expect(found(['src/a/one.ts', 'src/b/two.ts'], ['src/b/three.ts', 'src/a/four.ts'])).toEqual([
			'src: a b'
		]);
	});

	test('over three folders, and with what lies deep in them', () => {
		expect(
			found(
				['src/a/deep/one.ts', 'src/b/two.ts'],
				['src/b/two.ts', 'src/c/three.ts'],
				['src/c/deep/er/four.ts', 'src/a/five.ts'],
				['src/d/six.ts', 'src/a/five.ts']
			)
		).toEqual(['src: a b c']);
	});

	test('between the files of a folder and a folder in it', () => {
		expect(
			found(['src/a/one.ts', 'src/a/in/two.ts'], ['src/a/in/two.ts', 'src/a/three.ts'])
		).toEqual(['src/a: . in']);
	});

	test('and not where imports go one way', () => {
		expect(
			found(
				['src/a/one.ts', 'src/b/two.ts'],
				['src/a/one.ts', 'src/a/three.ts'],
				['src/a/one.ts', 'src/a/in/four.ts'],
				['src/b/two.ts', 'src/c/five.ts']
			)
		).toEqual([]);
	});
});
