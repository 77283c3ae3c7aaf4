import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inWordsOf } from './in-words-of.ts';
import { writeNewSite } from './new-site.ts';
import { readSite } from './read-site.ts';

const OURS = {
	name: 'The "Long" Banister of ours',
	place: 'Saint-Louis-du-Ha! Ha!',
	zone: 'America/Toronto',
	phone: '+14185550100'
};

function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-new-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, 'site');
}

/** The real compiler, as a publisher runs it. */
function run(...words: string[]) {
	const args = ['src/compiler/cli.ts', ...words];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		env: { ...process.env, SITE_DIR: undefined, PUBLISHED_DIR: undefined }
	});
	return { status, said: `${stdout}${stderr}` };
}

/** What the interface texts ask of a site that it does not say. */
function interfaceProblems(folder: string): readonly string[] {
	const read = readSite(folder);
	if (!read.ok) return read.problems;
	const sources = new Map(
		readdirSync('src/messages')
			.filter((name) => /^[a-z]{2}[\w-]*\.json$/.test(name))
			.map((name) => [
				name.replace('.json', ''),
				JSON.parse(readFileSync(`src/messages/${name}`, 'utf8')) as Record<string, string>
			])
	);
	return inWordsOf(read.site, sources, { site: 'site.json', messages: 'src/messages' }).problems;
}

test('makes ten files or fewer, which the compiler checks and builds as they are', () => {
	const to = aFolder();
	const files = writeNewSite({ to, ...OURS }, new Date());
	expect(files.length).toBeLessThanOrEqual(10);
	const read = readSite(to);
	expect(read.ok && [read.site.name, read.site.timeZone]).toEqual([OURS.name, OURS.zone]);
	expect(run('check', '--site', to).said).toContain('0 problems and 0 notices in 2 texts');
	expect(run('build', '--site', to)).toMatchObject({ status: 0 });
	expect(existsSync(join(to, '.published/head.json'))).toBe(true);
	expect(interfaceProblems(to)).toEqual([]);
	expect(readFileSync(join(to, '.gitignore'), 'utf8')).toContain('keys/');
});

test('writes over nothing', () => {
	expect(() => writeNewSite({ to: 'src/content', ...OURS }, new Date())).toThrow(
		'src/content is not empty'
	);
});
