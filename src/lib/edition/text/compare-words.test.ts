import { describe, expect, test } from 'vitest';
import { compareWords, type WordPiece } from './compare-words.ts';

/** `[changed]` in brackets. */
const shown = (pieces: readonly WordPiece[]): string =>
	pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const marked = (before: string, after: string): [string, string] => {
	const changes = compareWords(before, after);
	return [shown(changes.before), shown(changes.after)];
};

describe('compareWords', () => {
	test('marks the words that were taken out and those that came in', () => {
		expect(marked('Keep the doors closed.', 'Keep every door closed.')).toEqual([
			'Keep [the doors ]closed.',
			'Keep [every door ]closed.'
		]);
	});

	test('marks nothing in equal texts, and everything in a new one', () => {
		expect(marked('Call now.', 'Call now.')).toEqual(['Call now.', 'Call now.']);
		expect(marked('', 'Call now.')).toEqual(['', '[Call now.]']);
	});

	test('sees that a "not" came in', () => {
		expect(marked('Do open the door.', 'Do not open the door.')).toEqual([
			'Do open the door.',
			'Do [not ]open the door.'
		]);
	});

	test('keeps as many words as can be kept where their order changed', () => {
		expect(marked('two three four one', 'one two three four')).toEqual([
			'two three four [one]',
			'[one ]two three four'
		]);
	});

	test('takes letters as they are: an accent or a capital is a change', () => {
		expect(marked('esta puerta', 'está puerta')).toEqual(['[esta ]puerta', '[está ]puerta']);
		expect(marked('ICE agent', 'Ice agent')[1]).toBe('[Ice ]agent');
	});

	test('keeps lines apart, and marks an item that is gone', () => {
		expect(marked('One.\nTwo.\nThree.', 'One.\nThree.')).toEqual([
			'One.\n[Two.]\nThree.',
			'One.\nThree.'
		]);
	});

	test('compares characters where a script has no spaces', () => {
		expect(marked('不要开门。', '不要关门。')).toEqual(['不要[开]门。', '不要[关]门。']);
	});

	test('works right to left as well', () => {
		expect(marked('لا تفتح الباب', 'لا تفتح النافذة')).toEqual([
			'لا تفتح [الباب]',
			'لا تفتح [النافذة]'
		]);
	});

	test('loses no character', () => {
		const [before, after] = ['a  b\n\nc d', 'a b c\nd  e'];
		const changes = compareWords(before, after);
		expect(changes.before.map(({ text }) => text).join('')).toBe(before);
		expect(changes.after.map(({ text }) => text).join('')).toBe(after);
	});

	test('marks the whole middle of texts that are too long to compare', () => {
		const many = (word: string): string => `Start ${`${word} `.repeat(2500)}end`;
		const changes = compareWords(many('one'), many('two'));
		expect(changes.after.map(({ isChanged }) => isChanged)).toEqual([false, true, false]);
	});
});
