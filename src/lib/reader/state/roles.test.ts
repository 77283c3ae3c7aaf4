import { expect, test } from 'vitest';
import { rolesIn } from './roles.ts';

test('only roles with something to read are offered, in their order', () => {
	expect(rolesIn([])).toEqual([]);
	expect(rolesIn([{ audiences: ['police', 'family'] }, { audiences: ['teacher'] }])).toEqual([
		'family',
		'school',
		'police'
	]);
});
