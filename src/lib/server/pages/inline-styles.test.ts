import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowStyles, inlineUsedStyles } from './inline-styles.ts';

const CSS = 'body{color:red}';
const HASH = createHash('sha256').update(CSS).digest('base64');
const page = (name: string): string =>
	`<meta content="style-src 'self'; x"><link href="/_app/immutable/assets/${name}.css" rel="stylesheet">`;

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handrail-css-'));
	mkdirSync(join(folder, '_app/immutable/assets'), { recursive: true });
	writeFileSync(join(folder, '_app/immutable/assets/bundle.css'), `${CSS}\n`);
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('a page that links the sheet lets exactly it stand in the page', () => {
	const allowed = page('bundle').replace("'self'", `'self' 'sha256-${HASH}'`);
	expect(allowStyles(page('bundle'), folder)).toBe(allowed);
});

test('a page stays as it is where the file is not to be found', () => {
	expect(allowStyles(page('other'), folder)).toBe(page('other'));
});

test('a page has the rules that it uses, and is told where all of them are', () => {
	const below = `${page('bundle').replace('href="/', 'href="/handrail/')}<p>A</p>`;
	const rest = '/handrail/_app/immutable/assets/bundle.css';
	expect(inlineUsedStyles(below, folder)).toEqual({
		html: expect.stringContaining('<style></style><p>A</p>') as string,
		rest
	});
	const whole = below.replace('<p>', '<body><p>');
	expect(inlineUsedStyles(whole, folder).html).toContain(`'sha256-${HASH}'`);
	expect(inlineUsedStyles(page('other'), folder)).toEqual({ html: page('other') });
});
