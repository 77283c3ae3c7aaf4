import { describe, expect, test } from 'vitest';
import { markWords } from './mark-words.ts';

const marked = (text: string, terms: string[]): string =>
	markWords(text, terms)
		.map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
		.join('');

describe('markWords', () => {
	test('marks the beginning of a word, whatever its case and accents', () => {
		expect(marked('Autobús escolar', ['autobus'])).toBe('[Autobús] escolar');
		expect(marked('Officers at the door', ['offic'])).toBe('[Offic]ers at the door');
	});

	test('marks no letters in the middle of a word', () => {
		expect(marked('Notice: ICE is near', ['ice'])).toBe('Notice: [ICE] is near');
	});

	test('marks anywhere in a script without spaces', () => {
		expect(marked('不要打开校车的门', ['校车'])).toBe('不要打开[校车]的门');
	});

	test('keeps the whole text, and marks overlapping terms as one', () => {
		expect(marked('School bus', ['school', 'scho', 'bus'])).toBe('[School] [bus]');
		expect(marked('School bus', [])).toBe('School bus');
	});
});
