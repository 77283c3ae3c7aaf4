import { normalizeText } from '../../../compiler/read/normalize-text.ts';

/**
 * A text as a file has it, and as the compiler reads it: without byte order mark, with plain line feeds.
 * Places in the one are found in the other, so that a file of Windows keeps its line ends where it is
 * not edited.
 */
export class StoredText {
	readonly stored: string;
	readonly plain: string;
	/** For each character that the plain text lacks: the place of the plain text before which it stood. */
	readonly #lacking: readonly number[];
	readonly #hasCarriageReturns: boolean;

	constructor(stored: string) {
		this.stored = stored;
		this.plain = normalizeText(stored);
		this.#hasCarriageReturns = stored.includes('\r\n');
		const lacking = stored.startsWith('\uFEFF') ? [-1] : [];
		if (this.#hasCarriageReturns) {
			let index = -1;
			while ((index = this.plain.indexOf('\n', index + 1)) >= 0) {
				if (stored[index + lacking.length] === '\r') lacking.push(index);
			}
		}
		this.#lacking = lacking;
	}

	/** Where a place of the plain text is in the file. */
	toStored(place: number): number {
		if (this.#lacking.length === 0) return place;
		// the end of a line is before its CR; the mark, at -1, is before everything
		return place + this.#lacking.filter((it) => it < place).length;
	}

	/** Where a place of the file is in the plain text. */
	toPlain(place: number): number {
		return normalizeText(this.stored.slice(0, place)).length;
	}

	/** What is written into the file for a plain text. */
	written(text: string): string {
		return this.#hasCarriageReturns ? text.replaceAll('\n', '\r\n') : text;
	}
}
