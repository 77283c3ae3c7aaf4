import type { EditorDiagnostic } from '../contract/diagnostics.ts';
import type { SourceDocument } from '../contract/document.ts';

/** The field of the screen that a line of the file is in. */
export function placeOfLine(
	{ text, fields, blocks }: SourceDocument,
	line: number
): EditorDiagnostic['place'] {
	const lineAt = (place: number): number => text.slice(0, place).split('\n').length;
	const field = fields.find((it) => it.line <= line && line <= lineAt(it.span.to));
	if (field) return { field: field.name };
	const block = blocks.findLast((it) => it.line <= line);
	const item = block?.items.findLast((it) => it.line <= line);
	if (item) return { item: item.id };
	return block ? { block: block.id } : undefined;
}
