import type { TextPatch } from '#lib/edition/text/text-patch.ts';

/** A piece of fewer letters costs more to point at than to say. */
const SHORTEST = 16;

/** A text that phones have, and its name. */
export interface Base {
	readonly sha256: string;
	readonly text: string;
}

type Piece = readonly [start: number, length: number];

/** The patch that makes `text` of `base`; without one, the text itself. */
export function makePatch(text: string, base: Base | undefined): TextPatch {
	if (!base) return ['', text];
	const places = firstPlaces(base.text);
	const parts: (string | [number, number])[] = [];
	let words = '';
	/** Where the base goes on if as many letters were replaced as there are new ones. */
	let beside = 0;
	for (let at = 0; at < text.length;) {
		const starts = [beside, places.get(text.slice(at, at + SHORTEST)) ?? beside];
		const [start, length] = longest(
			starts.map((from) => [from, commonLength(base.text, from, text, at)])
		);
		if (length < SHORTEST) {
			words += text[at] ?? '';
			at += 1;
			beside += 1;
			continue;
		}
		if (words !== '') parts.push(words);
		words = '';
		parts.push([start, length]);
		at += length;
		beside = start + length;
	}
	if (words !== '') parts.push(words);
	return [base.sha256, ...parts];
}

/** Where each run of letters begins first. */
function firstPlaces(text: string): Map<string, number> {
	const places = new Map<string, number>();
	for (let at = text.length - SHORTEST; at >= 0; at -= 1) {
		places.set(text.slice(at, at + SHORTEST), at);
	}
	return places;
}

const longest = (pieces: readonly Piece[]): Piece =>
	pieces.reduce((best, piece) => (piece[1] > best[1] ? piece : best), [0, 0]);

function commonLength(base: string, start: number, text: string, at: number): number {
	let length = 0;
	while (start + length < base.length && at + length < text.length) {
		if (base[start + length] !== text[at + length]) break;
		length += 1;
	}
	return length;
}
