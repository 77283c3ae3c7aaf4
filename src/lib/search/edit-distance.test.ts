import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
	['warrent', 'warrant', 1],
	['lawer', 'lawyer', 1],
	['polcie', 'police', 1],
	['detenshun', 'detention', 3],
	['door', 'door', 0]
])('%s is %s with a slip or so', (typed, meant, slips) => {
	expect(editDistance(typed, meant, 3)).toBe(slips);
	expect(editDistance(meant, typed, slips)).toBe(slips);
	expect(editDistance(typed, meant, slips - 1)).toBeUndefined();
});
