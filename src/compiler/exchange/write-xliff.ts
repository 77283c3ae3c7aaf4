import { escapeXml } from '#lib/edition/text/escape-xml.ts';
import type { ExchangeFile, ExchangeText, ExchangeUnit, XliffVersion } from './exchange-file.ts';
import type { Piece } from './placeholders.ts';

/**
 * XLIFF of one language, in the version that a translator's tool reads. A unit's name is that of the
 * content (`guide/car-stop#do.3`); marks are placeholders, numbered in the order of the English.
 */
export function writeXliff(file: ExchangeFile, version: XliffVersion): string {
	const write = version === '1.2' ? write12 : write20;
	return `<?xml version="1.0" encoding="UTF-8"?>\n${write(file)}\n`;
}

/** Numbers of the marks: by their place in the English, so that a translation may move them. */
function numbered(pieces: readonly Piece[], source: readonly Piece[]) {
	const open = source.flatMap((piece) => ('mark' in piece ? [piece.mark] : []));
	const taken = new Set<number>();
	return pieces.map((piece) => {
		if ('words' in piece) return { ...piece, number: 0 };
		const at = open.findIndex((mark, index) => mark === piece.mark && !taken.has(index));
		taken.add(at);
		return { ...piece, number: at + 1 };
	});
}

function inline(pieces: readonly Piece[], { source }: ExchangeUnit, tag: (n: number) => string) {
	return numbered(pieces, source)
		.map((piece) =>
			'words' in piece
				? escapeXml(piece.words)
				: `<${tag(piece.number)}="${escapeXml(piece.mark)}"/>`
		)
		.join('');
}

const write12 = ({ lang, texts }: ExchangeFile): string =>
	[
		'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
		...texts.flatMap((text) => text12(text, lang)),
		'</xliff>'
	].join('\n');

function text12({ name, sourceHash, sourceParts, units }: ExchangeText, lang: string): string[] {
	const words = (pieces: readonly Piece[], unit: ExchangeUnit): string =>
		inline(pieces, unit, (n) => `x id="${n}" equiv-text`);
	return [
		`<file original="${escapeXml(name)}" source-language="en" target-language="${lang}" datatype="plaintext">`,
		`<header><note from="sourceHash">${sourceHash}</note>` +
			`<note from="sourceParts">${sourceParts}</note></header>`,
		'<body>',
		...units.map((unit) => {
			const state = unit.isChecked
				? 'final'
				: unit.isBehind
					? 'needs-adaptation'
					: 'needs-review-translation';
			const target = unit.target
				? `<target state="${state}">${words(unit.target, unit)}</target>`
				: '';
			const note = unit.note === undefined ? '' : `<note>${escapeXml(unit.note)}</note>`;
			return (
				`<trans-unit id="${escapeXml(unit.name)}" xml:space="preserve">` +
				`<source>${words(unit.source, unit)}</source>${target}${note}</trans-unit>`
			);
		}),
		'</body>',
		'</file>'
	];
}

const write20 = ({ lang, texts }: ExchangeFile): string =>
	[
		`<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="${lang}">`,
		...texts.flatMap(text20),
		'</xliff>'
	].join('\n');

/** An NMTOKEN has neither a slash nor a number sign: the whole name is an attribute beside it. */
const token = (name: string): string => name.replaceAll(/[^\w.-]/g, '.');

function text20({ name, sourceHash, sourceParts, units }: ExchangeText): string[] {
	const words = (pieces: readonly Piece[], unit: ExchangeUnit): string =>
		inline(pieces, unit, (n) => `ph id="${n}" equiv`);
	return [
		`<file id="${token(name)}" original="${escapeXml(name)}">`,
		`<notes><note category="sourceHash">${sourceHash}</note>` +
			`<note category="sourceParts">${sourceParts}</note></notes>`,
		...units.map((unit) => {
			const isDone = unit.target !== undefined && !unit.isBehind;
			const state = isDone ? (unit.isChecked ? 'final' : 'translated') : 'initial';
			const target = unit.target ? `<target>${words(unit.target, unit)}</target>` : '';
			const note =
				unit.note === undefined ? '' : `<notes><note>${escapeXml(unit.note)}</note></notes>`;
			return (
				`<unit id="${token(unit.name)}" name="${escapeXml(unit.name)}" xml:space="preserve">${note}` +
				`<segment state="${state}"><source>${words(unit.source, unit)}</source>${target}</segment></unit>`
			);
		}),
		'</file>'
	];
}
