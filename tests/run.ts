// The whole suite, stage by stage. Its last line is the sum: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Count {
	readonly passed: number;
	readonly failed: number;
	/** What failed and why, said again at the end: a long log is cut at its beginning. */
	readonly reasons?: readonly string[];
}
interface Stage {
	readonly name: string;
	readonly run: () => Count;
}

const RESULTS = 'test-results';
/** As tests/support/server/static-site.ts expects it. */
const BELOW = { BASE_PATH: '/handrail', BUILD_DIR: 'build-below' };
const modules = (path: string): string => join('node_modules', path);

function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
	const { status } = spawnSync(process.execPath, args, {
		stdio: 'inherit',
		env: { ...process.env, ...env }
	});
	return status === 0;
}

/** A tool that only says yes or no counts as one test. */
const once = (isGood: boolean): Count => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 });

/** Reads a runner's report at once; one that fails without a failed test still counts. */
function reported(isGood: boolean, file: string, read: (report: never) => Count): Count {
	if (!existsSync(file)) return once(false);
	const count = read(JSON.parse(readFileSync(file, 'utf8')) as never);
	return !isGood && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function vitest(): Count {
	const file = `${RESULTS}/unit.json`;
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const isGood = node([modules('vitest/vitest.mjs'), ...args]);
	interface Report {
		numPassedTests: number;
		numFailedTests: number;
		testResults: {
			name: string;
			message: string;
			assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
		}[];
	}
	return reported(isGood, file, (it: Report) => {
		const reasons = it.testResults.flatMap(({ name, message, assertionResults }) => [
			// a file that could not be read at all has a message of its own
			...(message === '' ? [] : [`${name}\n${message}`]),
			...assertionResults
				.filter(({ status }) => status === 'failed')
				.map(({ fullName, failureMessages }) =>
					[`${name} › ${fullName}`, ...failureMessages].join('\n')
				)
		]);
		return { passed: it.numPassedTests, failed: it.numFailedTests, reasons };
	});
}

function playwright(): Count {
	const config = 'tests/e2e/playwright.config.ts';
	const isGood = node([modules('@playwright/test/cli.js'), 'test', '--config', config]);
	interface Report {
		stats: { expected: number; flaky: number; unexpected: number };
	}
	return reported(isGood, `${RESULTS}/e2e.json`, ({ stats }: Report) => {
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
	});
}

const tool = (path: string, ...args: string[]): (() => Count) => {
	return () => once(node([modules(path), ...args]));
};
const all = (...steps: (() => Count)[]): (() => Count) => {
	return () => once(steps.every((step) => step().failed === 0));
};

const stages: Stage[] = [
	{ name: 'messages', run: () => once(node(['src/compiler/compile-messages.ts'])) },
	{ name: 'format', run: tool('prettier/bin/prettier.cjs', '--check', '.') },
	{ name: 'edition check', run: () => once(node(['src/compiler/cli.ts', 'check'])) },
	{
		name: 'types',
		run: all(
			tool('@sveltejs/kit/svelte-kit.js', 'sync'),
			tool('svelte-check/bin/svelte-check', '--fail-on-warnings'),
			tool('typescript/bin/tsc', '--noEmit', '-p', 'src/service-worker')
		)
	},
	{ name: 'lint', run: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
	{ name: 'unused code', run: tool('knip/bin/knip.js') },
	{ name: 'unit, architecture, contract, fault', run: vitest },
	{ name: 'edition build', run: () => once(node(['src/compiler/cli.ts', 'build'])) },
	{ name: 'build', run: tool('vite/bin/vite.js', 'build') },
	{
		name: 'build below a path',
		run: () => once(node([modules('vite/bin/vite.js'), 'build'], BELOW))
	},
	{ name: 'size budget', run: tool('size-limit/bin.js') },
	{ name: 'browsers', run: playwright }
];

rmSync(RESULTS, { recursive: true, force: true });
const total = { passed: 0, failed: 0 };
const failedStages: string[] = [];
const allReasons: string[] = [];
for (const { name, run } of stages) {
	console.log(`\n=== ${name}`);
	const started = Date.now();
	const { passed, failed, reasons = [] } = run();
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(`--- ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
	total.passed += passed;
	total.failed += failed;
	if (failed > 0) failedStages.push(name);
	allReasons.push(...reasons);
}

for (const reason of allReasons) console.log(`\n${reason}`);
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join('; ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
