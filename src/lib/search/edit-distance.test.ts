import { expect, test } from 'vitest';
import { isWithin } from './edit-distance.ts';

test.each([
	['warrent', 'warrant', 1],
	['lawer', 'lawyer', 1],
	['polcie', 'police', 1],
	['detenshun', 'detention', 3]
])('%s is %s with a slip or so', (typed, meant, slips) => {
	expect(isWithin(typed, meant, slips)).toBe(true);
	expect(isWithin(meant, typed, slips)).toBe(true);
	expect(isWithin(typed, meant, slips - 1)).toBe(false);
});
