import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { publishedFolder, siteFolder, takeSite } from './site-folder.ts';

afterEach(() => vi.unstubAllEnvs());

/** A process that was told of no other site. */
function anew(): void {
	for (const name of ['SITE_DIR', 'PUBLISHED_DIR']) vi.stubEnv(name, undefined);
}

test('is the content of this repository, and its editions, where nothing else is said', () => {
	anew();
	expect(takeSite(['build', '--keys', 'k'])).toEqual(['build', '--keys', 'k']);
	expect([siteFolder(), publishedFolder()]).toEqual(['src/content', 'static/published']);
});

test.each([
	[['check', '--site', '../springfield', '--json']],
	[['check', '--json', '--site=../springfield']]
])('%j works with another folder, with editions of its own', (words) => {
	anew();
	expect(takeSite(words)).toEqual(['check', '--json']);
	expect(siteFolder()).toBe(resolve('../springfield'));
	expect(publishedFolder()).toBe(`${resolve('../springfield')}/.published`);
	expect(process.env['PUBLISHED_DIR']).toBe(publishedFolder());
});

test.each([[['--site']], [['--site', '--json']], [['--site=']]])('%j names no folder', (words) => {
	anew();
	expect(() => takeSite(words)).toThrow('--site needs the folder of a site');
});
