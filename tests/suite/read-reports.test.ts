import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readPlaywright, readVitest, type PlaywrightReport } from './read-reports.ts';

test('of a unit report, what is skipped and what failed is named by its file', () => {
	const outcome = readVitest({
		testResults: [
			{
				name: resolve('src/a.test.ts'),
				message: '',
				assertionResults: [
					{ fullName: 'adds', status: 'passed', failureMessages: [] },
					{ fullName: 'needs nginx', status: 'skipped', failureMessages: [] },
					{ fullName: 'is for later', status: 'todo', failureMessages: [] },
					{ fullName: 'divides', status: 'failed', failureMessages: ['by zero'] }
				]
			}
		]
	});
	expect(outcome).toEqual({
		passed: 1,
		failed: 1,
		flaky: [],
		skipped: ['src/a.test.ts › needs nginx', 'src/a.test.ts › is for later'],
		reasons: ['src/a.test.ts › divides\nby zero']
	});
});

test('a file that could not be read is one failed test', () => {
	const testResults = [
		{ name: resolve('src/b.test.ts'), message: 'no such module', assertionResults: [] }
	];
	expect(readVitest({ testResults })).toMatchObject({
		failed: 1,
		reasons: ['src/b.test.ts\nno such module']
	});
});

const aSpec = (
	title: string,
	status: 'expected' | 'unexpected' | 'flaky' | 'skipped',
	projectName = 'phone'
) => ({ title, tests: [{ projectName, status }] });

test('a browser test that passed at its second try is named, and not counted as passed', () => {
	const report: PlaywrightReport = {
		suites: [
			{
				title: 'share.e2e.ts',
				specs: [aSpec('is passed on', 'expected'), aSpec('is opened', 'flaky', 'firefox')],
				suites: [{ title: 'offline', specs: [aSpec('is kept', 'unexpected')] }]
			},
			{ title: 'print.e2e.ts', specs: [aSpec('is printed', 'skipped')] }
		]
	};
	expect(readPlaywright(report)).toEqual({
		passed: 1,
		failed: 1,
		flaky: ['[firefox] share.e2e.ts › is opened'],
		skipped: ['[phone] print.e2e.ts › is printed'],
		reasons: ['[phone] share.e2e.ts › offline › is kept']
	});
});

test('a browser test that failed, or did at first, says why', () => {
	const results = [{ errors: [{ message: '\u001b[31mno heading\u001b[39m' }] }, { errors: [] }];
	const tests = (['unexpected', 'flaky'] as const).map((status) => {
		return { projectName: 'phone', status, results };
	});
	const suites = [{ title: 'help.e2e.ts', specs: [{ title: 'is shown', tests }] }];
	const said = '[phone] help.e2e.ts › is shown\nno heading';
	expect(readPlaywright({ suites })).toMatchObject({ reasons: [said], flaky: [said] });
});

test('a browser test that was skipped says why', () => {
	const annotations = [{ type: 'skip', description: 'no WebKit here' }];
	const tests = [{ projectName: 'webkit', status: 'skipped' as const, annotations }];
	const suites = [{ title: 'offline.e2e.ts', specs: [{ title: 'is kept', tests }] }];
	expect(readPlaywright({ suites }).skipped).toEqual([
		'[webkit] offline.e2e.ts › is kept: no WebKit here'
	]);
});

test('an error outside of every browser test is a failed one', () => {
	const report = { suites: [], errors: [{ message: 'no browser' }] };
	expect(readPlaywright(report)).toMatchObject({ failed: 1, reasons: ['browsers\nno browser'] });
});
