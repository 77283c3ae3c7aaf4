import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Fault } from './fault.ts';

/** An icon is drawn from some paths; what is larger has a photograph in it, or a whole typeface. */
const MAX_BYTES = 20_000;

/** Shapes and their paint. No text, which is drawn in another font on each machine; nothing that runs or loads. */
const ELEMENTS = new Set(
	(
		'svg g defs title desc path rect circle ellipse line polyline polygon ' +
		'linearGradient radialGradient stop clipPath'
	).split(' ')
);
const ATTRIBUTES = new Set(
	(
		'xmlns viewBox width height id d x y x1 y1 x2 y2 cx cy r rx ry points transform ' +
		'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin ' +
		'opacity offset stop-color stop-opacity gradientUnits gradientTransform clip-path clip-rule'
	).split(' ')
);
const SVG = 'http://www.w3.org/2000/svg';
/** Of the whole picture, whose shape the view box alone says: by these it is drawn as something else than a square. */
const PLACE = ['x', 'y', 'width', 'height'];
/** All that a value may refer to is a part of the same picture. */
const REFERS_ELSEWHERE = /url\((?!#[\w-]+\))|:\/\/|\\/i;

/**
 * What is wrong with the icon of a site: each of its pages shows it, so it is a square drawing and nothing
 * else.
 */
export function checkIcon(text: string): Fault[] {
	if (Buffer.byteLength(text) > MAX_BYTES) {
		const problem = `is larger than ${String(MAX_BYTES)} bytes`;
		return [{ problem, remedy: 'draw it with fewer paths' }];
	}
	// by problem, each once
	const faults = new Map<string, Fault>();
	const report = (problem: string, remedy: string): void => {
		faults.set(problem, { problem, remedy });
	};
	let isFirst = true;
	const parser = new SaxesParser();
	// some programs draw no picture that has one and stands within another
	parser.on('xmldecl', () => {
		report('has an XML declaration <?xml … ?>', TAKE_OUT);
	});
	parser.on('doctype', () => {
		report('has a DOCTYPE', TAKE_OUT);
	});
	parser.on('processinginstruction', () => {
		report('has an instruction <? … ?>', TAKE_OUT);
	});
	parser.on('error', ({ message }) => {
		report(`is not XML (${message.replace(/\.$/, '')})`, 'save it from the drawing program again');
	});
	parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
		for (const { problem, remedy } of isFirst ? checkRoot(name, attributes) : [])
			report(problem, remedy);
		isFirst = false;
		if (!ELEMENTS.has(name)) report(`has <${name}>`, 'draw shapes alone');
		for (const [attribute, value] of Object.entries(attributes)) {
			const isNamespace = attribute === 'xmlns' && value === SVG;
			if (!ATTRIBUTES.has(attribute)) report(`has ${attribute} on <${name}>`, TAKE_OUT);
			else if (!isNamespace && REFERS_ELSEWHERE.test(value)) {
				report(`refers to something else in ${attribute} on <${name}>`, TAKE_OUT);
			}
		}
	});
	parser.write(text).close();
	return [...faults.values()];
}

const TAKE_OUT = 'take it out';

function checkRoot(name: string, attributes: Record<string, string>): Fault[] {
	const { viewBox = '', xmlns } = attributes;
	if (name !== 'svg' || xmlns !== SVG) {
		return [{ problem: 'is no SVG', remedy: `begin it with <svg xmlns="${SVG}">` }];
	}
	const placed = PLACE.filter((it) => it in attributes);
	if (placed.length > 0) {
		return placed.map((it) => ({ problem: `has ${it} on <svg>`, remedy: TAKE_OUT }));
	}
	const [, , width = 0, height = 0] = viewBox.split(/[\s,]+/).map(Number);
	if (width > 0 && width === height) return [];
	const remedy = 'give <svg> a viewBox such as "0 0 64 64", and no other shape';
	return [{ problem: 'is not square', remedy }];
}
