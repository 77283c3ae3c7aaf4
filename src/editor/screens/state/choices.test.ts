import { expect, test } from 'vitest';
import { chosenIn, withChoice } from './choices.ts';

const ONE = { holds: 'text', choices: ['city', 'state'] } as const;
const SOME = { holds: 'list', choices: ['family', 'police'] } as const;

test('what a file has is chosen, in its list or not', () => {
	expect(chosenIn('town', ONE)).toEqual(['town']);
	expect(chosenIn(3, ONE)).toEqual(['3']);
	expect(chosenIn(null, ONE)).toEqual([]);
	expect(chosenIn(['police', 'driver'], SOME)).toEqual(['police', 'driver']);
	// a word where a list belongs
	expect(chosenIn('family', SOME)).toEqual(['family']);
});

test('what is no word, or several where one belongs, is nothing to choose from', () => {
	expect(chosenIn({ state: 'none' }, ONE)).toBeUndefined();
	expect(chosenIn(['city', 'state'], ONE)).toBeUndefined();
	expect(chosenIn(['family', { for: 'x' }], SOME)).toBeUndefined();
});

test('a word more or less leaves the others as they are, also those of no list', () => {
	expect(withChoice(['police', 'driver', 7], 'family', true)).toEqual([
		...['police', 'driver', 7, 'family']
	]);
	expect(withChoice(['police', 'driver', 7], 'police', false)).toEqual(['driver', 7]);
	expect(withChoice(['police', 'driver', 7], '7', false)).toEqual(['police', 'driver']);
	expect(withChoice('driver', 'family', true)).toEqual(['driver', 'family']);
	expect(withChoice(null, 'family', true)).toEqual(['family']);
});
