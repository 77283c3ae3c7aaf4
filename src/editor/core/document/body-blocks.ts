import type { Heading, List, ListItem, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { DocumentItem, Span } from '../contract/document.ts';

/** An item of a body, with the places that edits need. All places are of the body. */
export interface BodyItem {
	readonly id: string;
	readonly kind: DocumentItem['kind'];
	/** Its text. */
	readonly span: Span;
	/** With its number or dash. */
	readonly whole: Span;
	/** The digits of an item of a numbered list. */
	readonly number?: Span;
	/** Items with the same one are of one list. */
	readonly list?: number;
}

/** A heading with an anchor and what follows it. */
export interface BodyBlock {
	/** The anchor; `do~2` where it stands a second time; `~1` without one. */
	readonly id: string;
	readonly anchor: string;
	readonly heading: string;
	readonly headingSpan: Span;
	/** The line of the heading; empty for text above the first heading. */
	readonly headingLine: Span;
	readonly items: readonly BodyItem[];
}

const parser = unified().use(remarkParse);
const HEADING = /^(#{1,6}[ \t]+)(.*?)\s*\{#([a-z-]*)\}[ \t]*$/;

/** Reads the blocks of a body. What the compiler refuses is an item, too, so that it can be mended. */
export function bodyBlocks(body: string): BodyBlock[] {
	const blocks: (BodyBlock & { items: BodyItem[] })[] = [];
	const ids = new Map<string, number>();
	const start = (block: Omit<BodyBlock, 'id' | 'items'>): void => {
		const times = (ids.get(block.anchor) ?? 0) + 1;
		ids.set(block.anchor, times);
		const isFirst = times === 1 && block.anchor !== '';
		blocks.push({ ...block, id: isFirst ? block.anchor : `${block.anchor}~${times}`, items: [] });
	};
	for (const [index, node] of parser.parse(body).children.entries()) {
		if (node.type === 'heading') {
			start(headingOf(node, body));
			continue;
		}
		if (blocks.length === 0) start(NO_HEADING);
		const block = blocks.at(-1);
		if (!block) continue;
		for (const item of itemsOf(node, index, body)) {
			block.items.push({ ...item, id: `${block.id}.${block.items.length + 1}` });
		}
	}
	return blocks;
}

const NOWHERE = { from: 0, to: 0 };
const NO_HEADING = { anchor: '', heading: '', headingSpan: NOWHERE, headingLine: NOWHERE };

function headingOf(node: Heading, body: string): Omit<BodyBlock, 'id' | 'items'> {
	const headingLine = spanOf(node);
	const source = body.slice(headingLine.from, headingLine.to);
	const [, hashes, heading, anchor] = HEADING.exec(source) ?? [];
	if (hashes === undefined || heading === undefined || anchor === undefined) {
		const from = headingLine.from + (/^#*[ \t]*/.exec(source)?.[0].length ?? 0);
		const words = body.slice(from, headingLine.to);
		const headingSpan = { from, to: headingLine.to };
		return { anchor: '', heading: words, headingSpan, headingLine };
	}
	const from = headingLine.from + hashes.length;
	return { anchor, heading, headingSpan: { from, to: from + heading.length }, headingLine };
}

function itemsOf(node: RootContent, list: number, body: string): Omit<BodyItem, 'id'>[] {
	if (node.type !== 'list') {
		return [{ kind: 'paragraph', span: spanOf(node), whole: spanOf(node) }];
	}
	return node.children.map((item) => listItem(node, item, list, body));
}

function listItem(
	{ ordered }: List,
	item: ListItem,
	list: number,
	body: string
): Omit<BodyItem, 'id'> {
	const whole = spanOf(item);
	const [first, last] = [item.children[0], item.children.at(-1)];
	const span = first && last ? { from: spanOf(first).from, to: spanOf(last).to } : undefined;
	const digits = /^\d+/.exec(body.slice(whole.from, whole.to))?.[0].length ?? 0;
	const number = ordered && digits > 0 ? { from: whole.from, to: whole.from + digits } : undefined;
	return {
		kind: ordered ? 'ordered' : 'bullet',
		// an empty one can be written into: behind its number
		span: span ?? { from: whole.to, to: whole.to },
		whole,
		list,
		...(number && { number })
	};
}

const spanOf = ({ position }: RootContent | ListItem): Span => ({
	from: position?.start.offset ?? 0,
	to: position?.end.offset ?? 0
});
