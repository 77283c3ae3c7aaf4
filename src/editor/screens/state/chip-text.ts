import type { Piece } from '../../core/contract/document.ts';

/*
 * The inside of a field in which fact markers are chips. It belongs to the browser while somebody types
 * in it, so it is filled and read here and not by Svelte.
 */
const MARKER = 'data-marker';

/** How a marker is shown, and what it is called. */
export interface ChipWords {
	readonly shown: (marker: string) => string;
	readonly called: (marker: string) => string;
}

/** Puts a text into the field. */
export function fillField(field: HTMLElement, pieces: readonly Piece[], words: ChipWords): void {
	field.replaceChildren(
		...pieces.map((piece) =>
			piece.kind === 'text' ? document.createTextNode(piece.text) : chipOf(piece.text, words)
		)
	);
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
export function sourceOf(field: Node): string {
	let source = '';
	for (const node of field.childNodes) {
		const marker = node instanceof HTMLElement ? node.getAttribute(MARKER) : null;
		if (marker !== null) source += marker;
		else if (node.nodeName === 'BR') source += ' ';
		else source += node instanceof Text ? node.data : sourceOf(node);
	}
	return source.replaceAll(/[\s\u00a0]+/g, ' ');
}

/** Where the caret is, if it is in the field; else its end. */
export function caretIn(field: HTMLElement): Range {
	const selection = getSelection();
	const own = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
	if (own && field.contains(own.startContainer)) return own.cloneRange();
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
	caretAfter(chip);
}

/** Another fact in a chip's place, or none. */
export function replaceFact(chip: HTMLElement, fact: string | undefined, words: ChipWords): void {
	if (fact === undefined) return chip.remove();
	const next = chipOf(`{${fact}}`, words);
	chip.replaceWith(next);
	caretAfter(next);
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
	while (nodes.length > 0 && (nodes.at(-1)?.textContent ?? '').trim() === '') nodes.pop();
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
