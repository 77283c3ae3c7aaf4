import { isMap, isScalar, isSeq, parse, Scalar, type Document, type Node } from 'yaml';
import type { JsonValue } from '../contract/document.ts';
import { spanOf, valueOf } from '../document/front-nodes.ts';

/** What a value is in, which decides what needs quotes. */
type Around = 'flow' | 'block';

/** The YAML that a node is in, and the node as the parser gave it. */
export interface YamlPlace {
	readonly yaml: string;
	readonly document: Document;
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value on one line, as the content writes its fields. */
export function valueText(value: JsonValue, around: Around, style?: Scalar.Type | null): string {
	if (typeof value === 'string') return stringText(value, around, style);
	if (isList(value)) return `[${value.map((it) => valueText(it, 'flow')).join(', ')}]`;
	if (typeof value === 'object' && value !== null) return mapText(Object.entries(value));
	return JSON.stringify(value);
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

const mapText = (entries: readonly (readonly [string, JsonValue])[]): string =>
	`{${entries.map(([name, it]) => `${valueText(name, 'flow')}: ${valueText(it, 'flow')}`).join(', ')}}`;

/** In the quotes that stood there, if it can be written in them; else in none, if it needs none. */
function stringText(text: string, around: Around, style?: Scalar.Type | null): string {
	const isOneLine = !/[\p{Cc}\u2028\u2029]/u.test(text);
	if (style === Scalar.QUOTE_DOUBLE) return JSON.stringify(text);
	if (style === Scalar.QUOTE_SINGLE && isOneLine) return `'${text.replaceAll("'", "''")}'`;
	return isOneLine && isPlain(text, around) ? text : JSON.stringify(text);
}

function isPlain(text: string, around: Around): boolean {
	try {
		const yaml = around === 'flow' ? `{a: [${text}, b]}` : `a: ${text}\nb: b`;
		const read: unknown = parse(yaml, { logLevel: 'error' });
		return isSame(read, around === 'flow' ? { a: [text, 'b'] } : { a: text, b: 'b' });
	} catch {
		// it means something to YAML
		return false;
	}
}

/** The text of a node that has another value now: what is the same in it stays as it is written. */
export function nodeText(
	node: Node,
	value: JsonValue,
	around: Around,
	place: YamlPlace
): string | undefined {
	const { from, to } = spanOf(node);
	if (isSame(valueOf(node, place.document), value)) return place.yaml.slice(from, to);
	if (isScalar(node)) return valueText(value, around, node.type);
	const isFlow = (isSeq(node) || isMap(node)) && node.flow === true;
	if (isFlow) return flowText(node, value, place);
	return blockText(node, value, place);
}

function flowText(node: Node, value: JsonValue, place: YamlPlace): string {
	if (isSeq<Node>(node) && isList(value)) {
		return `[${itemTexts(node.items, value, place).join(', ')}]`;
	}
	if (isMap<Node, Node | null>(node) && isFields(value)) {
		const pairs = Object.entries(value).map(([name, inner]) => {
			const own = node.items.find(({ key }) => keyOf(key) === name)?.value;
			const text = own ? nodeText(own, inner, 'flow', place) : undefined;
			return `${valueText(name, 'flow')}: ${text ?? valueText(inner, 'flow')}`;
		});
		return `{${pairs.join(', ')}}`;
	}
	return valueText(value, 'flow');
}

/** Items that were there keep their text, wherever they stand now. */
function itemTexts(
	items: readonly Node[],
	values: readonly JsonValue[],
	place: YamlPlace
): string[] {
	const left = items.map((node) => ({ node, value: valueOf(node, place.document) }));
	return values.map((value, index) => {
		const found = left.findIndex((it) => isSame(it.value, value));
		const [same] = found < 0 ? [] : left.splice(found, 1);
		const own = same?.node ?? (items.length === values.length ? items[index] : undefined);
		const style = isScalar(own ?? items[0]) ? ((own ?? items[0]) as Scalar).type : undefined;
		const text = own ? nodeText(own, value, 'flow', place) : undefined;
		return text ?? valueText(value, 'flow', style);
	});
}

/** `undefined`: it cannot stand in the lines of the old value. */
function blockText(node: Node, value: JsonValue, place: YamlPlace): string | undefined {
	const { from } = spanOf(node);
	const indent = ' '.repeat(from - (place.yaml.lastIndexOf('\n', from - 1) + 1));
	if (isSeq<Node>(node) && isList(value) && value.length > 0) {
		const texts = itemTexts(node.items, value, place);
		return texts.map((text) => `- ${text}`).join(`\n${indent}`);
	}
	if (isMap<Node, Node | null>(node) && isFields(value) && Object.keys(value).length > 0) {
		const lines = Object.entries(value).map(([name, inner]) => {
			const own = node.items.find(({ key }) => keyOf(key) === name)?.value;
			const text = own ? nodeText(own, inner, 'block', place) : undefined;
			return `${valueText(name, 'block')}: ${text ?? valueText(inner, 'block')}`;
		});
		return lines.join(`\n${indent}`);
	}
	return undefined;
}

const keyOf = (key: Node): string => (isScalar(key) ? String(key.value) : '');

export const isFields = (
	value: JsonValue | undefined
): value is Readonly<Record<string, JsonValue>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
