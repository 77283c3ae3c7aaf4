import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const TABLES = ['docs/threats.md', 'docs/adr/0002-tuf-profile.md'];
const files = globSync(['src/**/*.test.ts', 'tests/**/*.{test,fault,e2e}.ts']);
const tests = files.map((file) => readFileSync(file, 'utf8')).join('\n');

/** What stands in quotation marks in the rows of a table, one test's name each. */
function namedTests(document: string): string[] {
	const rows = readFileSync(document, 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| '));
	const quoted = rows.flatMap((row) => [...row.matchAll(/"((?:[^"\\]|\\.)*)"(?=[ ;]*[|;(])/g)]);
	return quoted.map(([, name = '']) => name.replaceAll('\\"', '"'));
}

/** As it stands in the code: whole, or as a row of one `test.each`, whose name begins with "when". */
const isTest = (name: string): boolean =>
	[name, name.replaceAll("'", "\\'"), name.replace(/^when /, '')].some(
		(it) => tests.includes(`'${it}'`) || tests.includes(`"${it}"`)
	);

test.each(TABLES)('every test that %s names exists', (document) => {
	const names = namedTests(document);
	expect(names.length).toBeGreaterThan(20);
	expect(names.filter((name) => !isTest(name))).toEqual([]);
});
