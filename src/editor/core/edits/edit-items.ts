import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Edit, EditRefusal, TextChange } from '../contract/edits.ts';
import { bodyBlocks, type BodyBlock, type BodyItem } from '../document/body-blocks.ts';

/** Places are of the body. */
type Changes = Result<readonly TextChange[], EditRefusal>;
type Of<Type extends Edit['type']> = Extract<Edit, { type: Type }>;

interface Found {
	readonly block: BodyBlock;
	readonly item: BodyItem;
	/** From 0. */
	readonly index: number;
}

export function findItem(blocks: readonly BodyBlock[], id: string): Found | undefined {
	for (const block of blocks) {
		const index = block.items.findIndex((it) => it.id === id);
		const item = block.items[index];
		if (item) return { block, item, index };
	}
	return undefined;
}

/** The whole text of an item. */
export function setItem(body: string, { item: id, source }: Of<'set-item'>): Changes {
	const blocks = bodyBlocks(body);
	const found = findItem(blocks, id);
	if (!found) return fail('no-such-item');
	const { span } = found.item;
	const isEmpty = span.from === span.to && /\S/.test(body[span.from - 1] ?? ' ');
	const change = (text: string): TextChange => ({ ...span, text: isEmpty ? ` ${text}` : text });
	if (body.slice(span.from, span.to) === source) return ok([]);
	return ok([asOneItem(body, oneLine(source), change, blocks)]);
}

/** Items are one line, whatever was pasted. */
const oneLine = (source: string): string => source.replaceAll(/\s*\n\s*/g, ' ').trim();

/**
 * Words that Markdown would take for a heading or a list get a backslash: who writes into a field means
 * words. `count`: items that there are more afterwards.
 */
function asOneItem(
	body: string,
	text: string,
	change: (text: string) => TextChange,
	blocks: readonly BodyBlock[],
	count = 0
): TextChange {
	const shape = (all: readonly BodyBlock[]): string =>
		all.map(({ id, items }) => `${id} ${items.map(({ kind }) => kind).join()}`).join('\n');
	const total = (all: readonly BodyBlock[]): number => all.flatMap(({ items }) => items).length;
	const isWhole = ({ from, to, text: put }: TextChange): boolean => {
		const now = bodyBlocks(body.slice(0, from) + put + body.slice(to));
		return count === 0 ? shape(now) === shape(blocks) : total(now) === total(blocks) + count;
	};
	const plain = change(text);
	if (isWhole(plain)) return plain;
	const escaped = change(text.replace(/^(\d*)(\W)/, '$1\\$2'));
	return isWhole(escaped) ? escaped : plain;
}

/** A new item behind number `after`. */
export function addItem(body: string, edit: Of<'add-item'>): Changes {
	const blocks = bodyBlocks(body);
	const block = blocks.find(({ id }) => id === edit.block);
	if (!block) return fail('no-such-block');
	const { items } = block;
	if (edit.after < 0 || edit.after > items.length) return fail('out-of-range');
	const before = items[edit.after - 1];
	const next = items[edit.after];
	const neighbour = before ?? next;
	const kind = edit.kind ?? neighbour?.kind ?? 'paragraph';
	const isInList = neighbour?.kind === kind && kind !== 'paragraph';
	const text = (words: string): string =>
		`${isInList ? signBeside(neighbour, body) : SIGNS[kind]}${words}`;
	const change = (words: string): TextChange => {
		if (before) {
			const gap = isInList ? gapIn(block, before, body) : '\n\n';
			return { from: before.whole.to, to: before.whole.to, text: gap + text(words) };
		}
		if (next) {
			const gap = isInList ? gapIn(block, next, body) : '\n\n';
			return { from: next.whole.from, to: next.whole.from, text: text(words) + gap };
		}
		const { to } = block.headingLine;
		return { from: to, to, text: `\n${text(words)}` };
	};
	const added = asOneItem(body, oneLine(edit.source), change, blocks, 1);
	const follow = isInList ? shiftNumbers(items.slice(edit.after), neighbour, 1, body) : [];
	const own = before && isInList ? [nextNumber(added, before, body)] : [added];
	return ok([...own, ...follow]);
}

const SIGNS = { ordered: '1. ', bullet: '- ', paragraph: '' } as const;

/** What stands before the words of an item of this list: its number and the space after it. */
const signBeside = ({ whole, span }: BodyItem, body: string): string => {
	const sign = body.slice(whole.from, span.from);
	return /\s$/.test(sign) ? sign : `${sign} `;
};

/** A list with an empty line between its items keeps that. */
function gapIn({ items }: BodyBlock, { list }: BodyItem, body: string): string {
	const [first, second] = items.filter((it) => it.list === list);
	if (!first || !second) return '\n';
	return body.slice(first.whole.to, second.whole.from);
}

const isCounting = (items: readonly BodyItem[], body: string): boolean =>
	new Set(items.map((it) => numberOf(it, body))).size === items.length;

const numberOf = ({ number }: BodyItem, body: string): number | undefined =>
	number && Number(body.slice(number.from, number.to));

/** The new item has the number of the one before it: one more, if the list counts. */
function nextNumber(added: TextChange, before: BodyItem, body: string): TextChange {
	const number = numberOf(before, body);
	if (number === undefined) return added;
	return { ...added, text: added.text.replace(/\d+/, String(number + 1)) };
}

/** The items of one list that follow count on. A list in which every item says "1." stays. */
function shiftNumbers(
	items: readonly BodyItem[],
	beside: BodyItem,
	by: number,
	body: string
): TextChange[] {
	const same = items.filter(({ list }) => list === beside.list);
	if (same.length > 1 && !isCounting(same, body)) return [];
	return same.flatMap(({ number }) => {
		if (!number) return [];
		const text = String(Number(body.slice(number.from, number.to)) + by);
		return [{ ...number, text }];
	});
}

/** Takes out an item with its line. */
export function removeItem(body: string, { item: id }: Of<'remove-item'>): Changes {
	const found = findItem(bodyBlocks(body), id);
	if (!found) return fail('no-such-item');
	const { block, item, index } = found;
	const before = block.items[index - 1];
	const next = block.items[index + 1];
	const follow = shiftNumbers(block.items.slice(index + 1), item, -1, body);
	if (before || !next) {
		const from = before?.whole.to ?? block.headingLine.to;
		return ok([{ from, to: item.whole.to, text: '' }, ...follow]);
	}
	return ok([{ from: item.whole.from, to: next.whole.from, text: '' }, ...follow]);
}

/** Numbers and dashes stay where they are; the words between the two places move on by one. */
export function moveItem(body: string, { item: id, to }: Of<'move-item'>): Changes {
	const found = findItem(bodyBlocks(body), id);
	if (!found) return fail('no-such-item');
	const { items } = found.block;
	if (to < 1 || to > items.length) return fail('out-of-range');
	const words = items.map(({ span }) => body.slice(span.from, span.to));
	const moved = movedTo(words, found.index, to - 1);
	return ok(
		items.flatMap(({ span }, index) => {
			const text = moved[index] ?? '';
			return text === words[index] ? [] : [{ ...span, text }];
		})
	);
}

/** A copy in which one has moved to another place. */
export function movedTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
	const moved = list[from];
	const left = list.toSpliced(from, 1);
	return moved === undefined ? left : left.toSpliced(to, 0, moved);
}
