import { placeOf } from '../../../compiler/read/parse-source.ts';
import { splitArticle } from '../../../compiler/read/split-source.ts';
import type {
	DocumentBlock,
	FieldShape,
	FrontField,
	JsonValue,
	SourceDocument,
	Span
} from '../contract/document.ts';
import { bodyBlocks, type BodyBlock } from './body-blocks.ts';
import { fieldShapes } from './field-shapes.ts';
import { frontNodes } from './front-nodes.ts';
import { StoredText } from './stored-text.ts';

/** A source text cut into YAML and body, with where each begins in the plain text. */
export interface SourceParts {
	readonly yaml: string;
	readonly yamlAt: number;
	readonly body: string;
	readonly bodyAt: number;
}

/** `undefined`: an article without front matter, which has to be mended in the source. */
export function partsOf(path: string, plain: string): SourceParts | undefined {
	if (!path.endsWith('.md')) {
		return { yaml: plain, yamlAt: 0, body: '', bodyAt: plain.length };
	}
	const split = splitArticle(plain);
	if (!split) return undefined;
	const { yaml, start, body } = split;
	return { yaml, yamlAt: start, body, bodyAt: plain.length - body.length };
}

/**
 * Reads a source file as fields and blocks. `english`: the text of the file that a translation stands
 * beside. `undefined` for a path that holds no text of the content.
 */
export function toDocument(
	path: string,
	text: string,
	english?: string
): SourceDocument | undefined {
	const place = placeOf({ path, name: path, text });
	if (!place || 'problem' in place) return undefined;
	const stored = new StoredText(text);
	const parts = partsOf(path, stored.plain);
	const shapes = fieldShapes(place.kind, place.lang);
	const fields = parts ? fieldsOf(parts, stored, shapes) : [];
	const blocks = parts ? blocksOf(parts, stored) : [];
	const own = new Set(fields.map(({ name }) => name));
	const absent = [...shapes].flatMap(([name, shape]) => (own.has(name) ? [] : { name, ...shape }));
	const document = { path, ...place, text, fields, blocks, absent };
	if (english === undefined) return document;
	return { ...document, inherited: inheritedBy(fields, path, english) };
}

function fieldsOf(
	{ yaml, yamlAt }: SourceParts,
	stored: StoredText,
	shapes: ReadonlyMap<string, FieldShape>
): FrontField[] {
	return frontNodes(yaml).map(({ name, value, span, key }) => {
		const line = lineAt(stored.plain, yamlAt + key.from);
		const shape = shapes.get(name);
		return { name, value, line, span: placed(span, yamlAt, stored), ...(shape && { shape }) };
	});
}

/** Every field of the English that the translation does not have. */
function inheritedBy(
	own: readonly FrontField[],
	path: string,
	english: string
): Record<string, JsonValue> {
	const parts = partsOf(path, new StoredText(english).plain);
	const names = new Set(own.map(({ name }) => name));
	const taken = frontNodes(parts?.yaml ?? '').filter(({ name }) => !names.has(name));
	return Object.fromEntries(taken.map(({ name, value }) => [name, value]));
}

const blocksOf = ({ body, bodyAt }: SourceParts, stored: StoredText): DocumentBlock[] =>
	bodyBlocks(body).map((block) => toBlock(block, bodyAt, stored));

function toBlock(block: BodyBlock, bodyAt: number, stored: StoredText): DocumentBlock {
	const { id, anchor, heading, headingSpan, headingLine } = block;
	const items = block.items.map((item) => {
		const span = placed(item.span, bodyAt, stored);
		const source = stored.stored.slice(span.from, span.to);
		const line = lineAt(stored.plain, bodyAt + item.span.from);
		const { kind } = item;
		return { id: item.id, kind, line, span, source };
	});
	const isAbove = headingLine.from === headingLine.to;
	const from = isAbove ? (block.items[0]?.whole.from ?? 0) : headingLine.from;
	const to = block.items.at(-1)?.whole.to ?? headingLine.to;
	return {
		id,
		anchor,
		heading,
		line: lineAt(stored.plain, bodyAt + from),
		headingSpan: placed(headingSpan, bodyAt, stored),
		span: placed({ from, to }, bodyAt, stored),
		items
	};
}

const placed = ({ from, to }: Span, at: number, stored: StoredText): Span => ({
	from: stored.toStored(at + from),
	to: stored.toStored(at + to)
});

const lineAt = (text: string, place: number): number => text.slice(0, place).split('\n').length;
