import { expect, test } from 'vitest';
import { DRAWINGS } from '#lib/edition/words.ts';
import { drawings, isDrawing } from './drawings.ts';

test('there is a drawing for each word that editors may write, and no other', () => {
	expect(Object.keys(drawings).sort()).toEqual([...DRAWINGS].sort());
});

test('a word of a later release is no drawing', () => {
	expect(isDrawing('door')).toBe(true);
	expect(isDrawing('toString')).toBe(false);
});

test('all of them together are small enough to come with the first page', () => {
	// 6 kB: what one set for every step of every guide may take
	expect(JSON.stringify(drawings).length).toBeLessThan(6_144);
});
