import { readFileSync } from 'node:fs';
import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { parsePublishedPath } from '#lib/edition/address/published-paths.ts';
import { contentType } from '#lib/server/http/files/content-type.ts';
import { setOpenDataHeaders } from '#lib/server/http/open-data-headers.ts';
import { cacheControl, securityHeaders } from '#lib/server/http/files/security-headers.ts';
import { PUBLISHED_FILES } from '#tests/support/server/published-files.ts';

const RECIPE = readFileSync('docs/deploy/cdn.md', 'utf8');
const YEAR = 'a year';

/** The rows of a table whose first cell is one word in code, and whose second is, too. */
const rows = [...RECIPE.matchAll(/^\| `([^`\s]+)` +\| `([^`]+)` +\|(.*)$/gm)].map(
	([, name = '', value = '', rest = '']) => {
		const cells = rest.split('|').map((cell) => cell.trim().replaceAll('`', ''));
		return { name, value, cells };
	}
);
const files = rows
	.filter(({ name }) => name.startsWith('/'))
	.map(({ name, value, cells: [type, open, edge] }) => ({
		...{ name, value, type, open, edge },
		path: name.replace('SHA', 'a'.repeat(64)).replace('HASH', 'B3NYmDZR')
	}));

const isOpen = (path: string): boolean => {
	const response = new ServerResponse(new IncomingMessage(new Socket()));
	setOpenDataHeaders(response, path);
	return response.getHeader('access-control-allow-origin') === '*';
};

test('the recipe for a CDN says of each file what our server says', () => {
	expect(files.length).toBeGreaterThan(15);
	for (const { path, value, type, open } of files) {
		expect([value, type, open], path).toEqual([
			cacheControl(path),
			contentType(path),
			isOpen(path) ? 'yes' : 'no'
		]);
	}
});

test('the recipe has every kind of file of an edition', () => {
	const kinds = (paths: readonly string[]) =>
		new Set(
			paths.flatMap((path) => parsePublishedPath(path.replace('/published/', ''))?.kind ?? [])
		);
	expect(kinds(files.map(({ path }) => path))).toEqual(kinds(PUBLISHED_FILES));
});

test('the recipe lets the edge keep for long only what a hash names', () => {
	for (const { path, value, edge } of files) {
		expect(edge === YEAR, path).toBe(value.endsWith('immutable'));
	}
});

test('the recipe names the headers of every answer', () => {
	const {
		'cache-control': _kept,
		'content-security-policy': _policy,
		...guards
	} = securityHeaders('https://handrail.example');
	const named = rows.filter(({ name }) => !name.startsWith('/'));
	expect({
		...Object.fromEntries(named.map(({ name, value }) => [name, value])),
		// of documents alone, and too long for a table
		'permissions-policy': guards['permissions-policy']
	}).toEqual(guards);
	expect(RECIPE).toContain(guards['permissions-policy']);
});
