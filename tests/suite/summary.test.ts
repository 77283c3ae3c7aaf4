import { expect, test } from 'vitest';
import { nothing, once } from './outcome.ts';
import { summary } from './summary.ts';

test('the last line is the sum of all stages', () => {
	const lines = summary([
		{ name: 'lint', outcome: once(true) },
		{ name: 'unit', outcome: { ...nothing, passed: 41, flaky: ['a race'] } }
	]);
	expect(lines.at(-1)).toBe('\n42 passed, 0 failed');
});

test('what was flaky and what was skipped is counted apart and named, before it', () => {
	const outcome = { ...nothing, flaky: ['a race'], skipped: ['no nginx', 'not in Firefox'] };
	const text = summary([{ name: 'browsers', outcome }]).join('\n');
	expect(text).toContain('2 skipped\n    no nginx\n    not in Firefox\n1 flaky\n    a race\n');
});

test('a stage that failed is named, with its reasons', () => {
	const outcome = { ...nothing, failed: 1, reasons: ['a.test.ts › adds\n3'] };
	const text = summary([
		{ name: 'lint', outcome: once(true) },
		{ name: 'unit', outcome }
	]).join('\n');
	expect(text).toContain('a.test.ts › adds\n3');
	expect(text).toContain('Failed: unit\n');
	expect(text).toMatch(/\n1 passed, 1 failed$/);
});
