import { expect, test } from 'vitest';
import { toBytes, toText } from '#lib/trust/signed/bytes.ts';
import { createLineSplitter } from './split-lines.ts';

const TEXT = 'one\n\ndeux é\nthree';

/** The lines of a text that comes in pieces of this size. */
function linesOf(text: string, size: number): string[] {
	const bytes = toBytes(text);
	const splitter = createLineSplitter();
	const lines = [];
	for (let at = 0; at < bytes.length; at += size) {
		lines.push(...splitter.push(bytes.slice(at, at + size)));
	}
	return [...lines, splitter.end()].map(toText);
}

test.each([1, 2, 3, 5, 100])('gives the same lines in pieces of %i bytes', (size) => {
	expect(linesOf(TEXT, size)).toEqual(['one', '', 'deux é', 'three']);
});

test('ends with an empty line after a last line feed, and for nothing at all', () => {
	expect(linesOf('one\n', 2)).toEqual(['one', '']);
	expect(linesOf('', 1)).toEqual(['']);
});
