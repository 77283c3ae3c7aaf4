import { isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { JsonValue, Span } from '../contract/document.ts';

/** A field at the top of a front matter, with its place in the YAML. */
export interface FrontNode {
	readonly name: string;
	readonly key: Span;
	/** Absent: a name with nothing behind it. */
	readonly node: Node | null;
	readonly value: JsonValue;
	readonly span: Span;
}

/** The fields of YAML in their order; of broken YAML those that could be read. */
export function frontNodes(yaml: string): FrontNode[] {
	const document = parseDocument(yaml, { prettyErrors: false });
	const { contents } = document;
	if (!isMap<Node, Node | null>(contents)) return [];
	return contents.items.flatMap(({ key, value }) => {
		const range = key.range;
		if (!isScalar(key) || !range) return [];
		const span = value ? spanOf(value) : { from: range[1] + 1, to: range[1] + 1 };
		const name = String(key.value);
		return [
			{
				name,
				key: { from: range[0], to: range[1] },
				node: value,
				value: valueOf(value, document),
				span
			}
		];
	});
}

/** What a node means. */
export function valueOf(node: Node | null, document: Document): JsonValue {
	if (node === null) return null;
	try {
		return (node.toJS(document) as JsonValue | undefined) ?? null;
	} catch {
		// an alias to nothing, in YAML that somebody is writing
		return null;
	}
}

/** The place of a value: without the comment or the line end that the parser counts to a block list. */
export function spanOf(node: Node): Span {
	const [from = 0, to = 0] = node.range ?? [];
	if (isSeq<Node>(node) && node.flow !== true) {
		const last = node.items.at(-1);
		return { from, to: last ? spanOf(last).to : to };
	}
	if (isMap<Node, Node | null>(node) && node.flow !== true) {
		const last = node.items.at(-1);
		const end = last?.value ? spanOf(last.value).to : (last?.key.range?.[1] ?? to);
		return { from, to: end };
	}
	return { from, to };
}
