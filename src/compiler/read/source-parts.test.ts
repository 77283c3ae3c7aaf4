import { describe, expect, test } from 'vitest';
import { changedLines, mergeParts, parseParts, showParts, SOURCE_PARTS } from './source-parts.ts';

/** Hashes of six digits, of which a test writes the first. */
const parts = (text: string) => parseParts(text.replaceAll(/\b[a-f]\b/g, '$&00000'));
const all = new Set(['title', 'do', 'say']);
const changed = (old: string, now: string, needed = all) =>
	changedLines(parts(old), parts(now), needed);

describe('changedLines', () => {
	test.each([
		['nothing', 'title a, do a b c', 'title a, do a b c', []],
		['a field', 'title a, do a b c', 'title b, do a b c', ['title']],
		['a heading', 'do a b c', 'do d b c', ['do']],
		['a line', 'do a b c', 'do a b d', ['do.2']],
		['two lines', 'do a b c d', 'do a e c f', ['do.1', 'do.3']],
		['a line between', 'do a b c', 'do a b d c', ['do.2']],
		['a line like the one before', 'do a b c', 'do a b b c', ['do.2']],
		['a line at the end', 'do a b', 'do a b c', ['do.2']],
		['a line less', 'do a b c', 'do a c', ['do']],
		['a line like the next one less', 'do a b b c', 'do a b c', ['do']],
		['a new block', 'do a b', 'do a b, say c d', ['say']],
		['a block that is gone', 'do a b, say c d', 'do a b', ['say']]
	])('names %s', (_, old, now, lines) => {
		expect(changed(old, now)).toEqual(lines);
	});

	test('leaves out a block that a translation need not have', () => {
		expect(changed('title a', 'title a, do a b', new Set(['title']))).toEqual([]);
	});
});

describe('mergeParts', () => {
	const merged = (old: string | undefined, now: string, ...lines: string[]) =>
		showParts(
			mergeParts(old === undefined ? undefined : parts(old), parts(now), (id) => lines.includes(id))
		).replaceAll('00000', '');

	test('takes the English of a line that was translated anew, and leaves the others as they were', () => {
		expect(merged('do a b c', 'do a d e', 'do.1')).toBe('do a d c');
	});

	test('knows the lines again that a new one has moved', () => {
		expect(merged('do a b c', 'do a b d c', 'do.2')).toBe('do a b d c');
		expect(changed('do a b c', 'do a b d c')).toEqual(['do.2']);
	});

	test('says of a line that nobody translated that it is of no English', () => {
		expect(merged('do a b', 'do a b c')).toBe('do a b ffffff');
		expect(merged(undefined, 'do a b', 'do')).toBe('do a ffffff');
	});
});

test.each(['', 'do', 'do a00000', 'do a00000 b', 'do a00000,say b00000', 'do <b> a00000'])(
	'"%s" is read as it is written, or refused',
	(text) => {
		expect(SOURCE_PARTS.test(text)).toBe(text === 'do a00000');
	}
);
