import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from './command-line.ts';
import type { Io } from '../base/io.ts';

const io: Io = {
	print: () => undefined,
	printError: () => undefined,
	now: () => new Date(0),
	passphrase: () => Promise.reject(new Error('asked')),
	newPassphrase: () => Promise.reject(new Error('asked')),
	confirm: () => Promise.reject(new Error('asked')),
	fetch: () => Promise.reject(new Error('asked')),
	operatorToken: () => undefined
};
const run = async (line: string): Promise<number> => runCommandLine(line.split(' '), io);

test.each([
	['chek', 'There is no command "chek". Did you mean "check"?'],
	['constructor', 'There is no command "constructor".'],
	['', 'No command was given.'],
	['build --vers 1', `Unknown option '--vers'. Did you mean "version"?`],
	['build --version none', '--version is "none"'],
	['build --version 0', '--version is "0"'],
	['build --issued yesterday', '--issued is "yesterday"'],
	['build --expires-days 91', '--expires-days is "91": it must be a number from 1 to 90.'],
	['check everything', '"everything" is one word too many.'],
	['xliff import a.xlf b.xlf --by Ana', '"b.xlf" is one word too many'],
	['publish', '--to is missing'],
	['keys lst', 'Did you mean "list"?'],
	['keys create', '--to is missing'],
	['keys rotate --role heads', '--role must be one of: root, head, edition, approver.']
])('"%s" is answered with what is wrong', async (line, message) => {
	await expect(run(line)).rejects.toThrow(message);
});

test('a pipe that gives no passphrase is told so, and no keys are made', () => {
	const args = ['src/compiler/cli.ts', 'keys', 'create', '--to', 'nowhere'];
	const environment = { ...process.env, HANDRAIL_PASSPHRASE: undefined };
	const options = { encoding: 'utf8', input: '', env: environment } as const;
	const { status, stderr } = spawnSync(process.execPath, args, options);
	expect(stderr).toBe(
		'No passphrase was given; neither HANDRAIL_PASSPHRASE nor HANDRAIL_PASSPHRASE_FILE is set.\n'
	);
	expect(status).toBe(1);
});

test.each([
	[
		'check --content package.json',
		'package.json: this is a file, or below one; a folder is needed.'
	],
	['xliff import src --by Ana', 'There is no file src.'],
	[
		'xliff export guide/school-bus --lang es --to package.json/es.xlf',
		'package.json: this is a file, or below one; a folder is needed.'
	]
])('"%s" is refused by a sentence, and not by a stack', (line, sentence) => {
	const args = ['src/compiler/cli.ts', ...line.split(' ')];
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect(stderr).toBe(`${sentence}\n`);
	expect(status).toBe(1);
});

describe('help', () => {
	const commands = [
		'check',
		'diff',
		'approve',
		'report',
		'build',
		'renew',
		'publish',
		'keys',
		'announce',
		'hash',
		'prune',
		'xliff'
	];

	test('names every command', async () => {
		const printed: string[] = [];
		await runCommandLine(['--help'], { ...io, print: (line) => printed.push(line) });
		const named = [...printed.join('\n').matchAll(/^ {2}npm run (?:edition:)?(\w+) -- /gm)];
		expect(named.map(([, name]) => name)).toEqual(commands);
	});

	test.each(commands)('%s says what it does, how it is called and how it ends', async (name) => {
		for (const flag of ['--help', '-h']) {
			const printed: string[] = [];
			const asked = runCommandLine([name, flag], { ...io, print: (line) => printed.push(line) });
			await expect(asked).resolves.toBe(0);
			expect(printed.join('\n')).toMatch(
				/^[A-Z].*\.\n\nUsage: npm run \S+ -- .*\n\nExit codes: 0 done, 1 .*, 2 not understood\.$/
			);
		}
	});

	test.each(commands)('%s answers an unknown option with its own usage', async (name) => {
		const unknown = runCommandLine([name, '--nonsense'], io);
		const usage = new RegExp(`^Usage: npm run (edition:)?${name} -- `);
		await expect(unknown).rejects.toMatchObject({ usage: expect.stringMatching(usage) as string });
	});
});

describe('exit codes', () => {
	const exit = (...args: string[]) => {
		const path = 'src/compiler/cli.ts';
		return spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
	};

	test('0 for good content', () => {
		const { status, stdout } = exit('check', '--content', 'tests/fixtures/content/good');
		expect(stdout).toMatch(/^0 problems/);
		expect(status).toBe(0);
	});

	test('1 for what cannot be done, without a stack', () => {
		const { status, stderr } = exit('publish', '--out', 'tests/fixtures', '--to', 'nowhere');
		expect(stderr).toBe('Nothing is in tests/fixtures. Run: npm run edition:build\n');
		expect(status).toBe(1);
	});

	test('2 for what is not understood, with the usage', () => {
		const { status, stderr } = exit('chek');
		expect(stderr).toMatch(/There is no command "chek".*\n\nUsage:\n/);
		expect(status).toBe(2);
	});
});
