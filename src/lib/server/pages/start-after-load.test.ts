import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
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
	const html = startAfterLoad(page(SCRIPT), '/en/');
	expect(html).toContain('loaded.then(() => import("/_app/a.js")).then((app) => app.start(at))');
});

test('what the app needs beside its script is asked for at once', () => {
	const html = startAfterLoad(page(SCRIPT), '/en/', {
		shared: '/_app/b.js',
		styles: '/_app/c.css'
	});
	expect(html).toContain(
		'loaded.then(() => Promise.all([import("/_app/a.js"), import("/_app/b.js"), styled])).then(([app]) => app).then('
	);
	expect(html).toContain(`{ rel: 'stylesheet', href: "/_app/c.css", onload: go, onerror: fail }`);
});

test('the policy names the script as it now is, and no longer as it was', () => {
	const html = startAfterLoad(page(SCRIPT), '/en/');
	const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
	expect(html).toContain(hash(script));
	expect(html).not.toContain(hash(SCRIPT));
});

test('the element that Kit hydrates is still found at once, while the script runs', () => {
	const script =
		/<script>([\s\S]*)<\/script>/.exec(startAfterLoad(page(SCRIPT), '/en/'))?.[1] ?? '';
	expect(script.indexOf('document.currentScript')).toBeLessThan(script.indexOf('loaded.then'));
});

test('a page without code of ours is left alone', () => {
	const html = '<body><p>Text</p></body>';
	expect(startAfterLoad(html, '/en/')).toBe(html);
});

test('a page that is served elsewhere than it was made for says so', async () => {
	const started = /<script>([\s\S]*)<\/script>/.exec(startAfterLoad(page(SCRIPT), '/handrail/en/'));
	const run = async (pathname: string): Promise<string> => {
		const line = { textContent: '' };
		const document = { readyState: 'complete', currentScript: null, getElementById: () => line };
		const body = (started?.[1] ?? '').replaceAll(/import\(.*?\)(?=\))/g, 'new Promise(() => 0)');
		runInNewContext(body, { document, location: { pathname }, console: { error: () => 0 } });
		await new Promise((resolve) => setTimeout(resolve));
		return line.textContent;
	};
	expect(await run('/handrail/en/')).toBe('');
	expect(await run('/other/en/')).toBe('');
	expect(await run('/en/')).toContain('was made to be at /handrail/en/, and is at /en/');
	expect(await run('/x/handrail/en/')).toContain('Build the app with BASE_PATH');
});
