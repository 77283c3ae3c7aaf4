import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

/** No page is opened in it: it speaks HTTP. */
const WITHOUT_PAGES = ['api.e2e.ts'];

test('every browser test is made with the one that fails on errors of its pages', () => {
	const files = globSync('tests/e2e/**/*.e2e.ts').filter(
		(file) => !WITHOUT_PAGES.includes(basename(file))
	);
	expect(files.length).toBeGreaterThan(10);
	const unwatched = files.filter((file) => {
		const text = readFileSync(file, 'utf8');
		return !/import \{[^}]*\btest\b[^}]*\} from '\.\/(watched|site|webkit)-test\.ts'/.test(text);
	});
	expect(unwatched).toEqual([]);
});
