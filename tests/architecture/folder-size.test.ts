import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

/** Tests count, and readmes do not. */
const MOST_FILES = 25;

/** Each file is one story in a browser, and called by its name: other files share nothing with it. */
const LISTS = ['tests/e2e'];

const files = globSync(['src/**/*.{ts,svelte,css}', 'tests/**/*.ts'], {
	exclude: (path) => /^src\/content$|\/generated$/.test(path.replaceAll('\\', '/'))
}).map((path) => path.replaceAll('\\', '/'));

test('no folder of code keeps more files of its own than fit on a screen', () => {
	const counts = new Map<string, number>();
	for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
	expect(counts.size).toBeGreaterThan(100);
	const full = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
	expect(full).toEqual(LISTS);
});
