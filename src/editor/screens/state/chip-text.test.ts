// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { piecesOf } from '../../core/document/pieces.ts';
import {
	caretAt,
	caretIn,
	chipAtBackspace,
	fillField,
	insertFact,
	isChip,
	keepRoom,
	placeCaret,
	replaceFact,
	sourceOf,
	writeAround
} from './chip-text.ts';

const words = {
	shown: (marker: string) => marker.slice(1, -1),
	called: (marker: string) => marker
};
let field: HTMLElement;

beforeEach(() => {
	field = document.createElement('div');
	document.body.replaceChildren(field);
});

function fill(source: string): void {
	fillField(field, source, words);
}

/** What a browser does with a key: the text goes where the caret is. */
function type(text: string): void {
	const caret = caretIn(field);
	caret.insertNode(document.createTextNode(text));
	caret.collapse(false);
	getSelection()?.removeAllRanges();
	getSelection()?.addRange(caret);
	keepRoom(field);
}

const chips = (): HTMLElement[] => [...field.childNodes].filter((it) => isChip(it));
const piece = fc.constantFrom(
	'Stop. ',
	'Look at the sign.',
	' ',
	'{1.02}',
	'{practice}',
	'{x}',
	'é'
);
const sources = fc
	.array(piece, { maxLength: 8 })
	.map((all) => all.join('').replaceAll(/ +/g, ' ').trim());

test('a field says what was put into it', () => {
	fc.assert(
		fc.property(sources, (source) => {
			fill(source);
			expect(sourceOf(field)).toBe(source);
		})
	);
});

test('a caret can stand on either side of every chip', () => {
	fc.assert(
		fc.property(sources, (source) => {
			fill(source);
			for (const chip of chips()) {
				expect(chip.previousSibling).toBeInstanceOf(Text);
				expect(chip.nextSibling).toBeInstanceOf(Text);
			}
		})
	);
});

test('what is typed stands where the caret is, and the caret behind it', () => {
	fc.assert(
		fc.property(sources, fc.nat(), (source, somewhere) => {
			fill(source);
			// no caret is within a marker
			const at = somewhere % (source.length + 1);
			const inMarker = piecesOf(source, 0).find(
				({ kind, span }) => kind === 'marker' && span.from < at && at < span.to
			);
			const caret = inMarker?.span.to ?? at;
			placeCaret(field, at);
			expect(caretAt(field)).toBe(caret);
			type('Wait');
			expect(sourceOf(field)).toBe(`${source.slice(0, caret)}Wait${source.slice(caret)}`);
			expect(caretAt(field)).toBe(caret + 4);
		})
	);
});

test('a fact is put behind the words, with a space, or joins the fact that is there', () => {
	fill('Look at the sign.');
	placeCaret(field, 17);
	insertFact(field, caretIn(field), '1.02', words);
	expect(sourceOf(field)).toBe('Look at the sign. {1.02}');
	insertFact(field, caretIn(field), '1.01', words);
	expect(sourceOf(field)).toBe('Look at the sign. {1.01, 1.02}');
	insertFact(field, caretIn(field), 'practice', words);
	expect(sourceOf(field)).toBe('Look at the sign. {1.01, 1.02} {practice}');
});

test('a caret that a browser put into a chip is behind it', () => {
	fill('Look. {1.02}');
	getSelection()?.collapse(chips()[0]?.firstChild ?? null, 2);
	type(' Go.');
	expect(sourceOf(field)).toBe('Look. {1.02} Go.');
});

test('a chip takes another fact or none, and leaves the words', () => {
	fill('{1.01} Look. {1.02}');
	const [first, last] = chips();
	if (!first || !last) throw new Error('no chips');
	replaceFact(first, '1.03', words);
	replaceFact(last, undefined, words);
	expect(sourceOf(field).trim()).toBe('{1.03} Look.');
});

test('Backspace takes the chip before the caret, and no chip behind words', () => {
	fill('Look. {1.02}');
	placeCaret(field, 12);
	expect(chipAtBackspace(field)).toBe(chips()[0]);
	type('x');
	expect(chipAtBackspace(field)).toBeUndefined();
	placeCaret(field, 5);
	expect(chipAtBackspace(field)).toBeUndefined();
});

test('a text in pieces is that text', () => {
	fc.assert(
		fc.property(sources, (source) => {
			expect(
				piecesOf(source, 0)
					.map(({ text }) => text)
					.join('')
			).toBe(source);
		})
	);
});

test('whatever is written over keeps its chips', () => {
	fc.assert(
		fc.property(sources, fc.nat(), fc.nat(), (source, from, to) => {
			fill(source);
			const before = chips().map((it) => it.title);
			const range = document.createRange();
			range.selectNodeContents(field);
			const { length } = field.childNodes;
			range.setStart(field, Math.min(from % (length + 1), to % (length + 1)));
			range.setEnd(field, Math.max(from % (length + 1), to % (length + 1)));
			const had = [...range.cloneContents().childNodes].some((it) => isChip(it));
			expect(writeAround(field, range, 'Pare.')).toBe(had);
			expect(chips().map((it) => it.title)).toEqual(before);
			expect(sourceOf(field).includes('Pare.')).toBe(had);
		})
	);
});

test('a line that was written over ends with its marks', () => {
	fill('Stop. {1.02} Look. {practice}');
	const all = document.createRange();
	all.selectNodeContents(field);
	writeAround(field, all, 'Pare. Mire.');
	expect(sourceOf(field).trim()).toBe('Pare. Mire. {1.02} {practice}');
});
