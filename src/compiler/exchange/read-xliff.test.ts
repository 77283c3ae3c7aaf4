import { expect, test } from 'vitest';
import { readXliff, withMarks } from './read-xliff.ts';

const HASH = 'a'.repeat(64);
const PARTS = 'title aaaaaa, do aaaaaa bbbbbb';
const unit = (id: string, target: string): string =>
	`<trans-unit id="${id}"><source>s</source><target>${target}</target></trans-unit>`;
const aFile = (units: string, { head = '', hash = HASH } = {}): string =>
	`<?xml version="1.0"?>${head}<xliff version="1.2"><file original="guide/a" target-language="es">` +
	`<header><note from="sourceHash">${hash}</note><note from="sourceParts">${PARTS}</note></header>` +
	`<body>${units}</body></file></xliff>`;

test('reads words and numbers of marks, and skips what was not translated', () => {
	const xml = aFile(
		`${unit('guide/a#do.1', 'A &amp; <x id="1" equiv-text="{9.99}"/> b<![CDATA[<c>]]>')}` +
			'<trans-unit id="guide/a#do.2"><source>s</source></trans-unit>'
	);

	expect(readXliff(xml)).toEqual({
		lang: 'es',
		texts: [
			{
				name: 'guide/a',
				sourceHash: HASH,
				sourceParts: PARTS,
				units: [
					{
						name: 'guide/a#do.1',
						line: 1,
						target: [{ words: 'A & ' }, { number: 1 }, { words: ' b' }, { words: '<c>' }]
					}
				]
			}
		]
	});
});

test.each([
	['a document type', aFile('', { head: '<!DOCTYPE xliff [<!ENTITY a "b">]>' }), /document type/],
	['an entity', aFile(unit('a', '&bomb;')), /not XML/],
	['an element in a translation', aFile(unit('a', '<g id="1">b</g>')), /has <g>/],
	['a unit twice', aFile(unit('a', 'b') + unit('a', 'c')), /the unit a twice/],
	['no hash of the English', aFile(unit('a', 'b'), { hash: '' }), /"sourceParts" of guide\/a/],
	['another format', '<tmx version="1.4"/>', /is no XLIFF/],
	['another version', '<xliff version="2.1"/>', /neither 1\.2 nor 2\.0/],
	['an end too early', '<xliff version="1.2"><file', /not XML/],
	['no text', '<xliff version="1.2"/>', /no text of ours/],
	['too much', ' '.repeat(5_000_001), /larger than 5 MB/],
	['a depth without end', `<xliff version="1.2">${'<group>'.repeat(40)}`, /too deeply/]
])('refuses %s', (_, xml, message) => {
	expect(() => readXliff(xml)).toThrow(message);
});

test('marks come from the English, each once, in the order of the translation', () => {
	const marks = ['{8.05}', '{8.06}'];

	expect(withMarks([{ number: 2 }, { words: ' a ' }, { number: 1 }], marks)).toEqual([
		{ mark: '{8.06}' },
		{ words: ' a ' },
		{ mark: '{8.05}' }
	]);
	expect(withMarks([{ number: 1 }], marks)).toBeUndefined();
	expect(withMarks([{ number: 1 }, { number: 1 }], marks)).toBeUndefined();
	expect(withMarks([{ number: 1 }, { number: 3 }], marks)).toBeUndefined();
});
