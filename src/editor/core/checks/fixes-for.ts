import type { Diagnostic } from '../../../compiler/base/diagnostic.ts';
import type { Fix as CompilerFix, FixChange } from '../../../compiler/base/fix.ts';
import { compareText } from '../../../compiler/base/diagnostic.ts';
import type { Fix } from '../contract/diagnostics.ts';
import type { JsonValue, SourceDocument } from '../contract/document.ts';
import type { Edit } from '../contract/edits.ts';
import { withMarkers } from '../document/with-markers.ts';
import { changesBetween } from '../edits/text-changes.ts';

/** What a remedy may need beside the text itself. */
export interface FixContext {
	/** The text of this translation with the hashes of its English, as `edition:hash -- --write` fills them in. */
	readonly filled?: (() => string | undefined) | undefined;
	/** Of another file: where the other end of a link is written. */
	readonly pathOf?: (name: string) => string | undefined;
	readonly fieldOf?: (path: string, field: string) => JsonValue | undefined;
	/** The day of a source's document. */
	readonly dayOf?: (source: string) => string | undefined;
	/** The English beside this translation. */
	readonly english?: (() => SourceDocument | undefined) | undefined;
}

interface At {
	readonly document: SourceDocument;
	readonly line: number;
	readonly context: FixContext;
}

/** What one tap mends: the compiler's fixes, as edits of the text that is on the screen. */
export function fixesFor(
	{ line, fixes = [] }: Pick<Diagnostic, 'line' | 'fixes'>,
	document: SourceDocument,
	context: FixContext
): Fix[] {
	return fixes.flatMap((fix) => {
		const at = { document, line, context };
		const path = fix.file === undefined ? document.path : context.pathOf?.(fix.file);
		const made = path === undefined ? undefined : editFor(fix.change, path, at);
		if (path === undefined || !made) return [];
		return [{ code: fix.code, to: made.to ?? shortTo(fix), path, edit: made.edit }];
	});
}

/** A whole line is no word for a button. */
const shortTo = ({ to, change }: CompilerFix): string =>
	change.in === 'line' && to.length > LONGEST_WORD ? `${to.slice(0, LONGEST_WORD).trim()} …` : to;
const LONGEST_WORD = 60;

interface Made {
	readonly edit: Edit;
	/** What will stand there, where only the texts say it. */
	readonly to?: string;
}

function editFor(change: FixChange, path: string, at: At): Made | undefined {
	switch (change.in) {
		case 'line':
			return inLine(change, at);
		case 'field':
			return {
				edit:
					change.value === undefined
						? { type: 'remove-field', path: change.path }
						: { type: 'set-field', path: change.path, value: change.value }
			};
		case 'list': {
			const list = at.context.fieldOf?.(path, change.field);
			const now = Array.isArray(list) ? (list as JsonValue[]) : [];
			const value = change.isFirst ? [change.name, ...now] : [...now, change.name];
			return { edit: { type: 'set-field', path: [change.field], value } };
		}
		case 'day':
			return newestDay(change, at);
		case 'markers':
			return marked(change, at);
		case 'blocks':
			return inOrder(change, at);
		case 'stub':
			return stub(change, at);
		case 'hashes':
			return filled(at);
	}
}

type Of<In extends FixChange['in']> = Extract<FixChange, { in: In }>;

function inLine({ from, to }: Of<'line'>, { document: { text }, line }: At): Made | undefined {
	const lines = text.split('\n');
	const start = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
	const found = (lines[line - 1] ?? '').indexOf(from);
	if (found < 0 || from === '') return undefined;
	const span = { from: start + found, to: start + found + from.length };
	return { edit: { type: 'replace-text', span, text: to } };
}

function newestDay({ field, sources }: Of<'day'>, { context: { dayOf } }: At): Made | undefined {
	const day = sources
		.flatMap((slug) => dayOf?.(slug) ?? [])
		.sort(compareText)
		.at(-1);
	if (day === undefined) return undefined;
	return { to: day, edit: { type: 'set-field', path: [field], value: day } };
}

function marked({ markers }: Of<'markers'>, { document, line }: At): Made | undefined {
	const item = document.blocks.flatMap(({ items }) => items).findLast((it) => it.line <= line);
	if (!item) return undefined;
	return { edit: { type: 'set-item', item: item.id, source: withMarkers(item.source, markers) } };
}

/** The blocks as they are, in another order: what is between them stays between them. */
function inOrder({ order }: Of<'blocks'>, { document: { text, blocks } }: At): Made | undefined {
	const [first, last] = [blocks[0], blocks.at(-1)];
	if (!first || !last || blocks.length !== order.length) return undefined;
	const pieces = order.map((anchor) => blocks.find((it) => it.anchor === anchor));
	const made = blocks.map(({ span }, index) => {
		const piece = pieces[index]?.span;
		const between = text.slice(span.to, blocks[index + 1]?.span.from ?? span.to);
		return piece ? text.slice(piece.from, piece.to) + between : '';
	});
	const span = { from: first.span.from, to: last.span.to };
	return { edit: { type: 'replace-text', span, text: made.join('') } };
}

function stub({ anchor }: Of<'stub'>, { context: { english } }: At): Made | undefined {
	const block = english?.()?.blocks.find((it) => it.anchor === anchor);
	if (!block) return undefined;
	const items = block.items.map(({ source }) => source);
	return { edit: { type: 'add-block', block: anchor, heading: block.heading, items } };
}

function filled({ document: { text }, context }: At): Made | undefined {
	const [change] = changesBetween(text, context.filled?.() ?? text);
	if (!change) return undefined;
	const span = { from: change.from, to: change.to };
	return { to: change.text, edit: { type: 'replace-text', span, text: change.text } };
}
