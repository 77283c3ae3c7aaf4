import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inWordsOf } from './in-words-of.ts';
import { shortNameOf, writeNewSite } from './new-site.ts';
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
function run(args: readonly string[], env: Record<string, string> = {}, cwd?: string) {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		// far more than any of them takes
		timeout: 120_000,
		cwd,
		env: { ...process.env, SITE_DIR: undefined, PUBLISHED_DIR: undefined, ...env }
	});
	return { status, said: `${stdout}${stderr}` };
}
const check = (to: string) => run(['src/compiler/cli.ts', 'check', '--site', to]);

/** As `build --site`, but for the anchor: this clone's app goes on trusting its own. */
const build = (to: string) =>
	run(
		[
			'tests/support/publisher/build-edition.ts',
			...[to, `${to}/.published`, `${to}/.published/anchor.ts`]
		],
		{ SITE_DIR: to }
	);

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
	expect(check(to).said).toContain('0 problems and 0 notices in 2 texts');
	expect(build(to)).toMatchObject({ status: 0 });
	expect(existsSync(join(to, '.published/head.json'))).toBe(true);
	expect(existsSync(join(to, '.keys/demo.json'))).toBe(true);
	expect(interfaceProblems(to)).toEqual([]);
	expect(readFileSync(join(to, '.gitignore'), 'utf8')).toContain('keys/');
});

test('writes over nothing', () => {
	expect(() => writeNewSite({ to: 'src/content', ...OURS }, new Date())).toThrow(
		'src/content is not empty'
	);
});

test('names nobody to call in other languages where nobody was named, and never the line for danger', () => {
	const to = aFolder();
	writeNewSite({ to, ...OURS, phone: undefined }, new Date());
	const read = readSite(to);
	expect(read.ok && [read.site.phone, read.site.emergency.number]).toEqual([undefined, '911']);
	expect(check(to).said).toContain('0 problems');
});

test.each([
	['an empty name of a folder, as of a variable that is not set', ['--to', ''], '--to is empty'],
	['an empty name of the app', ['--to', 'SITE', '--name', ''], '--name is empty'],
	['a number that no phone would call', ['--to', 'SITE', '--phone', 'abc'], '--phone'],
	['a flag that is misspelt', ['--to', 'SITE', '--plce', 'Troy'], "Unknown option '--plce'"],
	['a file in the place of the folder', ['--to', 'package.json'], 'package.json is a file']
])('refuses %s, says how it is called, and writes nothing', (_what, args, sentence) => {
	const to = aFolder();
	const cwd = dirname(to);
	writeFileSync(join(cwd, 'package.json'), '{}');
	const own = args.map((word) => (word === 'SITE' ? to : word));
	const { status, said } = run([resolve('src/build/site/new-site.ts'), ...own], {}, cwd);
	expect(said).toContain(sentence);
	expect(said).toContain('Usage: npm run site:new -- --to DIR');
	expect(status).toBe(2);
	expect(readdirSync(cwd)).toEqual(['package.json']);
});

test('says with --help how it is called, and prints commands that a shell takes as they are', () => {
	const to = `${aFolder()} of Ana's`;
	expect(run(['src/build/site/new-site.ts', '--help'])).toMatchObject({ status: 0 });
	const { said } = run(['src/build/site/new-site.ts', '--to', to]);
	const [, printed = ''] = /npm run edition:check -- (.*)/.exec(said) ?? [];
	const { stdout } = spawnSync('sh', ['-c', `printf '%s|' ${printed}`], { encoding: 'utf8' });
	expect(stdout).toBe(`--site|${to}|`);
});

test('cuts a short name between characters as a reader sees them, and makes one that a site may have', () => {
	// a family is one character of eleven units
	expect(shortNameOf('Guía 👨‍👩‍👧‍👦 de aquí')).toBe('Guía');
	expect(shortNameOf('👨‍👩‍👧‍👦👨‍👩‍👧‍👦')).toBe('👨‍👩‍👧‍👦');
	expect(shortNameOf('Cafe\u0301s in Oe\u0301')).toBe('Cafe\u0301s in O');
	expect(shortNameOf(`\u{1F3F4}${'\u{E0067}'.repeat(6)} of ours`)).toBe('Guide');
	expect(shortNameOf('Our handrail')).toBe('Our handrail');
});

test.runIf(process.platform === 'linux')(
	'ends where no folder can be made, and says which one',
	() => {
		const { status, said } = run(['src/build/site/new-site.ts', '--to', '/proc/handrail/site']);
		expect(said).toMatch(/^\/proc\/handrail cannot be written \(EPERM\)\. .*--to/);
		expect(status).toBe(1);
	}
);
