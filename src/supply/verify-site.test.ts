import { expect, test } from 'vitest';
import { sha256 } from '../compiler/base/text-hash.ts';
import type { CodeList } from './code-list.ts';
import { verifySite, type LocalBuild } from './verify-site.ts';

const SCRIPT = 'start();';
const PAGE = `<link rel="stylesheet" href="/a.css"><script>${SCRIPT}</script><p>Text of an edition</p>`;
const FILES = { 'a.js': 'export {};', 'service-worker.js': 'self;' };

function aBuild(version = 'aaaaaaaaaaaa'): LocalBuild {
	const files = Object.fromEntries(Object.entries(FILES).map(([at, it]) => [at, sha256(it)]));
	return { code: { version, files }, pages: { 'en/': PAGE } };
}

/** A site that serves this build, but for what is altered. */
function aSite(altered: Record<string, string | undefined> = {}, list: CodeList = aBuild().code) {
	const files: Record<string, string | undefined> = {
		'code.json': JSON.stringify(list),
		'en/': PAGE,
		...FILES,
		...altered
	};
	return (path: string) => {
		const text = files[path];
		return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
	};
}

test('a site that runs this source has nothing wrong, whatever its texts say', async () => {
	const site = aSite({ 'en/': PAGE.replace('Text of an edition', '<b>Other</b> words') });

	expect(await verifySite(aBuild(), site)).toEqual([]);
});

test.each<[string, Record<string, string | undefined>, RegExp]>([
	['another script', { 'a.js': 'spy();' }, /^a\.js is another file/],
	['a file that is gone', { 'service-worker.js': undefined }, /^service-worker\.js is missing/],
	['a page that is gone', { 'en/': undefined }, /^The page \/en\/ is missing/],
	['a script in a page', { 'en/': `${PAGE}<script>spy();</script>` }, /runs what .* SHA-256/],
	['a script of a page', { 'en/': `${PAGE}<script src="/b.js"></script>` }, /: file \/b\.js/],
	['a style sheet', { 'en/': `${PAGE}<link rel="stylesheet" href="//x.example/">` }, /x\.example/],
	['a handler', { 'en/': `${PAGE}<p onclick="spy()">` }, /handler onclick/],
	['a list that is none', { 'code.json': '<!doctype html>' }, /cannot be read/],
	['no list', { 'code.json': undefined }, /no site of Handrail/]
])('finds %s', async (_, altered, problem) => {
	const problems = await verifySite(aBuild(), aSite(altered));

	expect(problems).toHaveLength(1);
	expect(problems[0]).toMatch(problem);
});

test('a file that only the site lists is named', async () => {
	const { version, files } = aBuild().code;
	const list = { version, files: { ...files, 'spy.js': sha256('spy') } };

	expect(await verifySite(aBuild(), aSite({}, list))).toEqual([
		'spy.js is listed there, and no file of this source.'
	]);
});

test('another version is said, with what to do, and not compared file by file', async () => {
	const problems = await verifySite(aBuild('bbbbbbbbbbbb'), aSite({ 'a.js': 'new();' }));

	expect(problems).toHaveLength(1);
	expect(problems[0]).toContain('runs version aaaaaaaaaaaa; this checkout builds bbbbbbbbbbbb');
});
