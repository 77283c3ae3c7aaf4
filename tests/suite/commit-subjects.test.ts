import { expect, test } from 'vitest';
import { judgeSubject, SINCE } from './commit-subjects.ts';
import { History } from './history.ts';

const judge = (subject: string): string => judgeSubject({ id: 'abcdef0123', subject }).join('\n');

test.each([
	'sync: refuse a head older than the floor',
	'server, tests: name an hour once',
	'tests/e2e: embed no font',
	'adr: need no second key',
	'Revert "sync: refuse a head older than the floor"',
	`sync: ${'x'.repeat(66)}`
])('is as it should be: %s', (subject) => {
	expect(judge(subject)).toBe('');
});

test.each([
	['sync: refuse a head that is older than the floor, and say so on the screen', 'characters long'],
	['Refuse a head older than the floor', 'area'],
	['sync refuse a head', 'area'],
	['Sync: refuse a head', 'area'],
	['sync:refuse a head', 'area'],
	['x', 'area'],
	['sync: refused a head older than the floor', 'what the commit does'],
	['sync: refusing older heads', 'what the commit does'],
	['sync: fixes the floor', 'what the commit does'],
	['sync: refuse a head.', 'full stop']
])('is told: %s', (subject, problem) => {
	expect(judge(subject)).toContain(problem);
});

test('every commit since then has a subject that a list of commits can show', () => {
	expect(new History().commitsAfter(SINCE).flatMap(judgeSubject)).toEqual([]);
});
