import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { demoKeysFolder, publishedFolder, siteFolder, takeSite } from './site-folder.ts';

afterEach(() => vi.unstubAllEnvs());

/** A process that was told of no other site. */
function anew(): void {
	for (const name of ['SITE_DIR', 'PUBLISHED_DIR']) vi.stubEnv(name, undefined);
}

test('is the content of this repository, and its editions, where nothing else is said', () => {
	anew();
	expect(takeSite(['build', '--keys', 'k'])).toEqual(['build', '--keys', 'k']);
	expect([siteFolder(), publishedFolder()]).toEqual(['src/content', 'static/published']);
	expect(demoKeysFolder()).toBe('.keys');
});

test.each([
	[['check', '--site', 'examples/chicago', '--json']],
	[['check', '--json', '--site=examples/chicago']]
])('%j works with another folder, with editions and demo keys of its own', (words) => {
	anew();
	expect(takeSite(words)).toEqual(['check', '--json']);
	expect(siteFolder()).toBe(resolve('examples/chicago'));
	expect(publishedFolder()).toBe(`${resolve('examples/chicago')}/.published`);
	expect(demoKeysFolder()).toBe(`${resolve('examples/chicago')}/.keys`);
	expect(process.env['PUBLISHED_DIR']).toBe(publishedFolder());
});

test.each([
	[['--site'], '--site needs the folder of a site'],
	[['--site', '--json'], '--site needs the folder of a site'],
	[['--site='], '--site needs the folder of a site'],
	[['--site', '../nowhere'], 'there is no folder ../nowhere. Make one: npm run site:new'],
	[['--site', 'docs'], 'docs has no site.json']
])('%j names no site', (words, problem) => {
	anew();
	const refuse = (said: string): never => {
		throw new Error(said);
	};
	expect(() => takeSite(words, refuse)).toThrow(problem);
	expect(siteFolder()).toBe('src/content');
});

test('says so in one line, and ends as of a command that was not understood', () => {
	const args = ['src/compiler/cli.ts', 'check', '--site', '../nowhere'];
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
});
