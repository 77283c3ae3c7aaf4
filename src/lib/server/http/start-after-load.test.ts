import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { startAfterLoad } from './start-after-load.ts';

const hash = (script: string): string =>
	`'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const SCRIPT =
	'\n\tconst at = document.currentScript;\n\timport("/_app/a.js").then((app) => app.start(at));\n';
const page = (script: string): string =>
	`<head><meta http-equiv="content-security-policy" content="script-src 'self' ${hash(script)}"></head>` +
	`<body><script>${script}</script></body>`;

test('code is asked for only after the page has loaded', () => {
	const html = startAfterLoad(page(SCRIPT));
	expect(html).toContain('loaded.then(() => import("/_app/a.js")).then((app) => app.start(at))');
});

test('the policy names the script as it now is, and no longer as it was', () => {
	const html = startAfterLoad(page(SCRIPT));
	const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
	expect(html).toContain(hash(script));
	expect(html).not.toContain(hash(SCRIPT));
});

test('the element that Kit hydrates is still found at once, while the script runs', () => {
	const script = /<script>([\s\S]*)<\/script>/.exec(startAfterLoad(page(SCRIPT)))?.[1] ?? '';
	expect(script.indexOf('document.currentScript')).toBeLessThan(script.indexOf('loaded.then'));
});

test('a page without code of ours is left alone', () => {
	const html = '<body><p>Text</p></body>';
	expect(startAfterLoad(html)).toBe(html);
});
