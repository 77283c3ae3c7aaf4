import { parseMarkers } from '../../../compiler/read/fact-markers.ts';
import type { Span } from '../contract/document.ts';

/** Running text, or a fact marker, which a screen shows as a chip. `span` is of the file. */
type Piece =
	| { readonly kind: 'text'; readonly text: string; readonly span: Span }
	| {
			readonly kind: 'marker';
			readonly span: Span;
			/** Empty for `{practice}` and for what is no marker. */
			readonly facts: readonly string[];
			readonly isPractice: boolean;
			/** As it is written: `{8.05, 10.32}`. */
			readonly text: string;
	  };

const BRACES = /\{[^{}]*\}/g;

/** Cuts the text of an item at its fact markers. `from`: where it begins in its file. */
export function piecesOf(source: string, from: number): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	const addText = (to: number): void => {
		if (to <= end) return;
		const span = { from: from + end, to: from + to };
		pieces.push({ kind: 'text', text: source.slice(end, to), span });
	};
	for (const { 0: text, index } of source.matchAll(BRACES)) {
		addText(index);
		end = index + text.length;
		const span = { from: from + index, to: from + end };
		const [marker] = parseMarkers(text, 1).markers;
		const { facts = [], isPractice = false } = marker ?? {};
		pieces.push({ kind: 'marker', span, facts, isPractice, text });
	}
	addText(source.length);
	return pieces;
}

/** `{8.05, 10.32}`, or `{practice}` where there is no fact. */
export const markerText = (facts: readonly string[]): string =>
	`{${facts.length === 0 ? 'practice' : facts.join(', ')}}`;
