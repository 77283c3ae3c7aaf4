import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const run = (file: string, args: readonly string[]) =>
	spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });

describe.each([
	['site:new', 'src/build/site/new-site.ts'],
	['messages', 'src/build/write-messages.ts'],
	['edition:archive', 'src/archive/cli.ts'],
	['site:verify', 'src/supply/cli.ts']
])('npm run %s', (script, file) => {
	test('says with --help how it is called', () => {
		const { status, stdout } = run(file, ['--help']);
		expect(stdout).toContain(`Usage: npm run ${script}`);
		expect(status).toBe(0);
	});

	test('names a flag that it does not know, and how it is called', () => {
		const { status, stderr } = run(file, ['--tto', 'nowhere']);
		expect(stderr).toMatch(new RegExp(`^Unknown option '--tto'.\n\nUsage: npm run ${script}`));
		expect(status).toBe(2);
	});
});

test.each([
	['edition:archive', 'src/archive/cli.ts', '--to is missing'],
	['site:verify', 'src/supply/cli.ts', '--at needs an address']
])('npm run %s without what it must have is not understood', (_script, file, sentence) => {
	const { status, stderr } = run(file, []);
	expect(stderr).toContain(sentence);
	expect(status).toBe(2);
});

test.each([
	[['--write', 'tab_hom'], 'There is no text "tab_hom"'],
	[['--write', 'tab_home', '--lang', 'xx'], '--lang is "xx"'],
	[['tab_home'], '"tab_home" is one word too many']
])('npm run messages -- %j notes nothing, and says why', (args, sentence) => {
	const hashes = 'src/messages/about/hashes.json';
	const before = readFileSync(hashes, 'utf8');
	const { status, stderr } = run('src/build/write-messages.ts', args);
	expect(stderr).toContain(sentence);
	expect(status).toBe(2);
	expect(readFileSync(hashes, 'utf8')).toBe(before);
});
