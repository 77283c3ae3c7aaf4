import { piecesOf } from '../../core/document/pieces.ts';

/*
 * The inside of a field in which fact markers are chips. It belongs to the browser while somebody types
 * in it, so it is filled and read here and not by Svelte.
 */
const MARKER = 'data-marker';

/**
 * Nothing to see, but a place for the caret: beside a chip at the edge of a field browsers have none, and
 * put the caret into the chip, where nothing can be typed, or behind the words that it should stand before.
 */
const ROOM = '\u200b';

/** How a marker is shown, and what it is called. */
export interface ChipWords {
	readonly shown: (marker: string) => string;
	readonly called: (marker: string) => string;
}

/** Puts a text into the field. */
export function fillField(field: HTMLElement, source: string, words: ChipWords): void {
	field.replaceChildren(
		...piecesOf(source, 0).map((piece) =>
			piece.kind === 'text' ? document.createTextNode(piece.text) : chipOf(piece.text, words)
		)
	);
	keepRoom(field);
}

/** Lets the caret stand on either side of each chip. Moves no caret. */
export function keepRoom(field: HTMLElement): void {
	const isText = (node: Node | null): boolean => node instanceof Text && node.data !== '';
	for (const chip of field.querySelectorAll(`[${MARKER}]`)) {
		if (!isText(chip.previousSibling)) chip.before(ROOM);
		if (!isText(chip.nextSibling)) chip.after(ROOM);
	}
}

function chipOf(marker: string, words: ChipWords): HTMLElement {
	const chip = document.createElement('span');
	chip.className = 'fact';
	chip.contentEditable = 'false';
	chip.setAttribute(MARKER, marker);
	chip.title = words.called(marker);
	chip.textContent = words.shown(marker);
	return chip;
}

/** The text in the field as it is written in a file: one line, chips as markers. */
export const sourceOf = (field: Node): string =>
	rawSource(field)
		.replaceAll(ROOM, '')
		.replaceAll(/[\s\u00a0]+/g, ' ');

function rawSource(field: Node): string {
	let source = '';
	for (const node of field.childNodes) {
		const marker = node instanceof HTMLElement ? node.getAttribute(MARKER) : null;
		if (marker !== null) source += marker;
		else if (node.nodeName === 'BR') source += ' ';
		else source += node instanceof Text ? node.data : rawSource(node);
	}
	return source;
}

/** Where the caret is, if it is in the field; else its end. */
export function caretIn(field: HTMLElement): Range {
	const selection = getSelection();
	const own = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
	if (own && field.contains(own.startContainer)) {
		const caret = own.cloneRange();
		const { startContainer: node } = caret;
		const chip = (node instanceof Element ? node : node.parentElement)?.closest(`[${MARKER}]`);
		if (!chip) return caret;
		// a chip is one thing: what comes, comes behind it
		caret.setStartAfter(chip);
		caret.collapse(true);
		return caret;
	}
	const end = document.createRange();
	end.selectNodeContents(field);
	end.collapse(false);
	return end;
}

const factsOf = (marker: string): string[] => marker.slice(1, -1).split(/,\s*/).filter(Boolean);

/** A fact at the caret: joined to the chip before it, if nothing but a space is between. */
export function insertFact(field: HTMLElement, at: Range, fact: string, words: ChipWords): void {
	at.deleteContents();
	const before = chipBefore(field, at);
	const facts = before ? factsOf(before.getAttribute(MARKER) ?? '') : [];
	const isJoined = before && fact !== 'practice' && !facts.includes('practice');
	const all = isJoined ? [...new Set([...facts, fact])].sort(byNumber) : [fact];
	const chip = chipOf(`{${all.join(', ')}}`, words);
	if (isJoined) before.replaceWith(chip);
	else {
		at.insertNode(chip);
		if (/\S$/.test(sourceBefore(field, chip))) chip.before(' ');
	}
	keepRoom(field);
	caretAfter(chip);
}

/** Another fact in a chip's place, or none. */
export function replaceFact(chip: HTMLElement, fact: string | undefined, words: ChipWords): void {
	if (fact === undefined) return chip.remove();
	const next = chipOf(`{${fact}}`, words);
	chip.replaceWith(next);
	caretAfter(next);
}

/** The chip that Backspace takes: nothing but the room beside it is between it and the caret. */
export function chipAtBackspace(field: HTMLElement): HTMLElement | undefined {
	const selection = getSelection();
	const { anchorNode: node, anchorOffset: at = 0 } = selection ?? {};
	if (!selection?.isCollapsed || !node || !field.contains(node)) return undefined;
	if (node instanceof Text && node.data.slice(0, at).replaceAll(ROOM, '') !== '') return undefined;
	const before = node === field ? (node.childNodes[at - 1] ?? null) : node.previousSibling;
	return isChip(before) ? before : undefined;
}

/** How much of the field's source is before the caret; `undefined` if the caret is elsewhere. */
export function caretAt(field: HTMLElement): number | undefined {
	const selection = getSelection();
	if (!selection?.anchorNode || !field.contains(selection.anchorNode)) return undefined;
	const until = caretIn(field);
	until.collapse(true);
	until.setStart(field, 0);
	return sourceOf(until.cloneContents()).length;
}

/** Puts the caret behind so much of the source; behind a chip, if that is within its marker. */
export function placeCaret(field: HTMLElement, at: number): void {
	let left = at;
	for (const node of field.childNodes) {
		if (node instanceof Text) {
			let offset = 0;
			for (; offset < node.length && (left > 0 || node.data[offset] === ROOM); offset += 1) {
				if (node.data[offset] !== ROOM) left -= 1;
			}
			if (left <= 0) return void getSelection()?.collapse(node, offset);
			continue;
		}
		left -= isChip(node) ? (node.getAttribute(MARKER) ?? '').length : sourceOf(node).length;
		if (left <= 0) return caretAfter(node);
	}
	getSelection()?.selectAllChildren(field);
	getSelection()?.collapseToEnd();
}

/**
 * Writes over a piece of the field, and keeps the chips that are in it: behind what is written.
 *
 * @returns whether there were any
 */
export function writeAround(field: HTMLElement, piece: Range, text: string): boolean {
	const chips = [...field.querySelectorAll(`[${MARKER}]`)].filter((it) => piece.intersectsNode(it));
	if (chips.length === 0) return false;
	// a piece that ends within a chip would leave half of it
	const [first, last] = [chips[0], chips.at(-1)];
	if (first?.contains(piece.startContainer)) piece.setStartBefore(first);
	if (last?.contains(piece.endContainer)) piece.setEndAfter(last);
	piece.deleteContents();
	const words = document.createTextNode(text);
	piece.insertNode(words);
	words.after(...chips.flatMap((chip) => [document.createTextNode(' '), chip]));
	keepRoom(field);
	getSelection()?.collapse(words, text.length);
	return true;
}

export const isChip = (node: EventTarget | null): node is HTMLElement =>
	node instanceof HTMLElement && node.hasAttribute(MARKER);

export const factIdsOf = (chip: HTMLElement): readonly string[] =>
	factsOf(chip.getAttribute(MARKER) ?? '');

function chipBefore(field: HTMLElement, at: Range): HTMLElement | undefined {
	const until = document.createRange();
	until.setStart(field, 0);
	until.setEnd(at.startContainer, at.startOffset);
	const nodes = [...until.cloneContents().childNodes];
	const isRoom = (node: Node | undefined): boolean =>
		(node?.textContent ?? '').replaceAll(ROOM, '').trim() === '';
	while (nodes.length > 0 && isRoom(nodes.at(-1))) nodes.pop();
	if (!isChip(nodes.at(-1) ?? null)) return undefined;
	const count = nodes.filter((it) => isChip(it)).length;
	return field.querySelectorAll<HTMLElement>(`[${MARKER}]`)[count - 1];
}

function sourceBefore(field: HTMLElement, node: Node): string {
	const until = document.createRange();
	until.setStart(field, 0);
	until.setEndBefore(node);
	return sourceOf(until.cloneContents());
}

function caretAfter(node: Node): void {
	const selection = getSelection();
	const range = document.createRange();
	range.setStartAfter(node);
	range.collapse(true);
	selection?.removeAllRanges();
	selection?.addRange(range);
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
