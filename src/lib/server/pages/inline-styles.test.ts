import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inlineStyles } from './inline-styles.ts';

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

test('the style sheet stands in the page, and the policy allows exactly it', () => {
	const html = inlineStyles(page('bundle'), folder);
	expect(html).toBe(`<meta content="style-src 'self' 'sha256-${HASH}'; x"><style>${CSS}</style>`);
});

test('a page keeps its link where the file is not to be found', () => {
	expect(inlineStyles(page('other'), folder)).toBe(page('other'));
});

test('below a base path, too, which the folder does not have', () => {
	const below = page('bundle').replace('href="/', 'href="/handrail/');
	expect(inlineStyles(below, folder)).toContain(`<style>${CSS}</style>`);
});
