// The suite, stage by stage; with `--whole` all of what is sampled otherwise. Its last line is the sum:
// `N passed, N failed`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { notToday } from './e2e/firefox-files.ts';
import { once, type Outcome } from './suite/outcome.ts';
import { readPlaywright, readVitest } from './suite/read-reports.ts';
import { runLanes, type Lane, type RunNode, type Stage } from './suite/run-stages.ts';
import { summary, type StageResult } from './suite/summary.ts';
import { isWhole, sampleSeed } from './support/sample.ts';

const RESULTS = 'test-results';
/** As tests/support/server/static-site.ts expects it. */
const BELOW = { BASE_PATH: '/handrail', BUILD_DIR: 'build-below' };
const modules = (path: string): string => join('node_modules', path);

/** A runner that fails without a failed test still counts. */
function reported<Report>(isGood: boolean, file: string, read: (it: Report) => Outcome): Outcome {
	if (!existsSync(file)) return once(false);
	const outcome = read(JSON.parse(readFileSync(file, 'utf8')) as Report);
	return !isGood && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

async function vitest(node: RunNode): Promise<Outcome> {
	const file = `${RESULTS}/unit.json`;
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	return reported(await node([modules('vitest/vitest.mjs'), ...args]), file, readVitest);
}

async function playwright(node: RunNode): Promise<Outcome> {
	const args = ['test', '--config', 'tests/e2e/playwright.config.ts'];
	const isGood = await node([modules('@playwright/test/cli.js'), ...args]);
	const outcome = reported(isGood, `${RESULTS}/e2e.json`, readPlaywright);
	const others = notToday().map((file) => `[firefox] ${file}: not in today's sample`);
	return { ...outcome, skipped: [...outcome.skipped, ...others] };
}

const script = (name: string, args: string[], env?: Readonly<Record<string, string>>): Stage => ({
	name,
	run: async (node) => once(await node(args, env))
});
const tool = (name: string, path: string, ...args: string[]): Stage =>
	script(name, [modules(path), ...args]);

/** Written by these, and read by all that follow. */
const first: Lane = [
	script('messages', ['src/build/write-messages.ts']),
	script('edition check', ['src/compiler/cli.ts', 'check']),
	script('edition build', ['src/compiler/cli.ts', 'build']),
	tool('types of Kit', '@sveltejs/kit/svelte-kit.js', 'sync')
];
/** Each of these has use for one processor. */
const tools: Lane = [
	tool('types', 'svelte-check/bin/svelte-check', '--fail-on-warnings'),
	tool('types of the worker', 'typescript/bin/tsc', '--noEmit', '-p', 'src/service-worker'),
	tool('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
	tool('format', 'prettier/bin/prettier.cjs', '--check', '.'),
	tool('unused code', 'knip/bin/knip.js')
];
/** The first two write into Kit's folder: one after the other. */
const builds: Lane = [
	tool('build', 'vite/bin/vite.js', 'build'),
	script('build below a path', [modules('vite/bin/vite.js'), 'build'], BELOW),
	script('build of a second site', ['tests/suite/build-second.ts']),
	// several tests begin with it at once, and it is built in one place
	script("build of the editors' screen", ['src/editor/build-screen.ts']),
	tool('size budget', 'size-limit/bin.js')
];
const units: Lane = [{ name: 'unit, architecture, contract, fault', run: vitest }];
const browsers: Lane = [{ name: 'browsers', run: playwright }];

process.env['TEST_SAMPLE'] = process.argv.includes('--whole') ? 'whole' : 'daily';
console.log(
	isWhole()
		? 'The long form: nothing is sampled.'
		: `Languages and files are sampled: SAMPLE_SEED=${sampleSeed()} draws the same ones again.`
);
rmSync(RESULTS, { recursive: true, force: true });
const results: StageResult[] = [];
// tests have both processors to themselves: who waits for a browser must not wait for a linter
for (const lanes of [[first], [tools, builds], [units], [browsers]]) {
	results.push(...(await runLanes(lanes)));
}
for (const line of summary(results)) console.log(line);
process.exitCode = results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;
