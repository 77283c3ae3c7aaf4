import { expect, test } from 'vitest';
import { alignLines } from './align-lines.ts';

const ownOf = (now: string, recorded?: string) =>
	alignLines([...now], recorded === undefined ? undefined : [...recorded]).map(
		({ own, state }) => `${own ?? '-'}${state[0] ?? ''}`
	);

test.each([
	['as it was', 'habc', 'habc', ['0s', '1s', '2s', '3s']],
	['a line that changed', 'haXc', 'habc', ['0s', '1s', '2b', '3s']],
	['a line that is new', 'haXbc', 'habc', ['0s', '1s', '-u', '2s', '3s']],
	['a line that is gone', 'hac', 'habc', ['0s', '1s', '3s']],
	['two that changed places', 'hbac', 'habc', ['0s', '2s', '1s', '3s']],
	['one that changed and one that is new', 'haXYc', 'habc', ['0s', '1s', '2b', '-u', '3s']],
	['another heading', 'Xab', 'hab', ['0b', '1s', '2s']]
])('%s', (_, now, recorded, expected) => {
	expect(ownOf(now, recorded)).toEqual(expected);
});

test('a block that was never translated has no line of its own', () => {
	expect(ownOf('hab')).toEqual(['-u', '-u', '-u']);
});
