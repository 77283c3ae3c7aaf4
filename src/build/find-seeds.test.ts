import { expect, test } from 'vitest';
import english from '../messages/en.json' with { type: 'json' };
import { placeOf } from '../lib/messages/place-of.ts';
import { messageKeys } from './compile-messages.ts';
import { findSeeds } from './find-seeds.ts';

test.each([
	['of none', []],
	['of one', ['title']],
	['of two that are alike', ['steps_one', 'steps_two']],
	['of the app', messageKeys(english)],
	['of many', Array.from({ length: 2000 }, (_, index) => `key_${String(index)}`)]
])('each key has a place, and none is empty: %s', (_, keys) => {
	const seeds = findSeeds(keys);
	const places = keys.map((key) => placeOf(key, seeds, keys.length));
	expect(places.sort((a, b) => a - b)).toEqual([...keys.keys()]);
});
