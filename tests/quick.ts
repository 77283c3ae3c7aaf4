// The loop to work in: types, lint of what changed, and the unit tests that the change reaches.
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { History } from './suite/history.ts';
import { nothing, once, type Outcome } from './suite/outcome.ts';
import { readVitest, type VitestReport } from './suite/read-reports.ts';
import { runLanes, type Lane, type RunNode, type Stage } from './suite/run-stages.ts';
import { summary } from './suite/summary.ts';

const REPORT = 'test-results/quick.json';
const modules = (path: string): string => join('node_modules', path);

/** Each of them builds, kills, waits for a clock or needs a database: `npm test` runs them. */
const SLOW = [
	'tests/{architecture,contract,deploy,fault,forgery,fuzz,share,bench}/**',
	'src/lib/server/**/{push-sender,invented-services}.test.ts'
];
/** They build whole editions, and nearly every file of the compiler reaches them. */
const COMMANDS = 'src/{compiler,watch}/commands/*.test.ts';
/** Everything is related to it, says Vitest, and would run. */
const isConfig = /\.config\.[jt]s$/;
/** Quick, and broken by any file: who imports whom, and subjects of commits. */
const ALWAYS = ['tests/architecture/imports.test.ts', 'tests/suite/commit-subjects.test.ts'];

const changed = new History().changedFiles();
const code = changed.filter((file) => /\.(ts|js|svelte)$/.test(file));

/** A tool that is run on the files that changed, or not at all. */
function onFiles(name: string, files: readonly string[], ...args: string[]): Stage {
	return {
		name: `${name}: ${files.length} files`,
		run: async (node) => (files.length === 0 ? nothing : once(await node([...args, ...files])))
	};
}

async function reached(node: RunNode): Promise<Outcome> {
	rmSync(REPORT, { force: true });
	// who changes a slow test wants to see it
	const own = changed.filter((file) => /\.test\.ts$/.test(file));
	const folders = new Set(changed.map((file) => dirname(file)));
	const slow = globSync(SLOW).map((file) => file.replaceAll('\\', '/'));
	const commands = globSync(COMMANDS).map((file) => file.replaceAll('\\', '/'));
	const leftOut = [...slow, ...commands.filter((file) => !folders.has(dirname(file)))].filter(
		(file) => !own.includes(file) && !ALWAYS.includes(file)
	);
	const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
	const files = new Set([...code.filter((file) => !isConfig.test(file)), ...ALWAYS]);
	const args = [modules('vitest/vitest.mjs'), 'related', '--run', ...report, ...files];
	const isGood = await node(args, { TEST_LEFT_OUT: JSON.stringify(leftOut) });
	if (!existsSync(REPORT)) return once(isGood);
	const outcome = readVitest(JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport);
	return !isGood && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

const types: Lane = [
	onFiles(
		'lint',
		code.filter((file) => !/^static\//.test(file)),
		modules('eslint/bin/eslint.js'),
		...['--max-warnings', '0', '--no-warn-ignored']
	),
	onFiles(
		'format',
		changed,
		modules('prettier/bin/prettier.cjs'),
		...['--check', '--ignore-unknown']
	),
	{
		name: 'types',
		run: async (node) =>
			once(await node([modules('svelte-check/bin/svelte-check'), '--fail-on-warnings']))
	}
];
const tests: Lane = [{ name: 'unit tests that the change reaches', run: reached }];

console.log(
	`${changed.length} files changed. Not here: builds, browsers, kills, the sender's clock, and`,
	'commands unless one of them changed.'
);
const results = await runLanes([types, tests]);
for (const line of summary(results)) console.log(line);
process.exitCode = results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;
