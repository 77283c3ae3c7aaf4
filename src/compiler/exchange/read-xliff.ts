import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal } from '../base/refusal.ts';
import { SOURCE_PARTS } from '../read/source-parts.ts';
import type { Piece } from './placeholders.ts';

/** Ten times all guides in one language. */
const MAX_LENGTH = 5_000_000;
const MAX_UNITS = 20_000;

/** A mark by its number in the English: what it says is not taken from a file of others. */
export type NumberedPiece = { readonly words: string } | { readonly number: number };

/** What came back for one unit. */
export interface ReadUnit {
	readonly name: string;
	readonly line: number;
	readonly target: readonly NumberedPiece[];
}

export interface ReadText {
	readonly name: string;
	readonly sourceHash: string;
	/** As `sourceHash`, of its lines. */
	readonly sourceParts: string;
	readonly units: readonly ReadUnit[];
}

export interface ReadFile {
	/** As the file says it: nobody has looked whether it is a language of ours. */
	readonly lang: string;
	readonly texts: readonly ReadText[];
}

const UNITS = new Set(['trans-unit', 'unit']);
const MARKS = new Set(['x', 'ph']);
const HASH = /^[0-9a-f]{64}$/;

/** Notes of ours about a whole text. */
const NOTES = ['sourceHash', 'sourceParts'] as const;
type Note = (typeof NOTES)[number];

/**
 * Reads XLIFF 1.2 and 2.0 of a translator's tool. It may come from anybody: no document type, no entity but
 * XML's own five, a limit on everything.
 *
 * @throws Refusal with the line and what to do, where it is no such file
 */
export function readXliff(xml: string): ReadFile {
	if (xml.length > MAX_LENGTH) {
		throw new Refusal(
			`The file is larger than ${MAX_LENGTH / 1e6} MB: export fewer texts at once.`
		);
	}
	return new XliffReader(xml).file();
}

class XliffReader {
	readonly #parser = new SaxesParser({ fragment: false });
	readonly #texts: (Record<Note, string> & { name: string; units: ReadUnit[] })[] = [];
	/** Elements that are open, from the root. */
	readonly #path: string[] = [];
	#lang = '';
	#count = 0;
	#unit: { name: string; line: number } | undefined;
	#target: NumberedPiece[] | undefined;
	#note: { readonly name: Note; text: string } | undefined;

	constructor(xml: string) {
		this.#parser.on('error', (error) => this.#refuse(`is not XML: ${error.message}`));
		this.#parser.on('doctype', () => this.#refuse('has a document type; a translation needs none'));
		this.#parser.on('opentag', (tag) => this.#open(tag as SaxesTagPlain));
		this.#parser.on('closetag', ({ name }) => this.#close(name));
		this.#parser.on('text', (text) => this.#words(text));
		this.#parser.on('cdata', (text) => this.#words(text));
		this.#parser.write(xml).close();
	}

	file(): ReadFile {
		if (this.#texts.length === 0) this.#refuse('has no text of ours in it');
		for (const { name, sourceHash, sourceParts } of this.#texts) {
			if (HASH.test(sourceHash) && SOURCE_PARTS.test(sourceParts)) continue;
			throw new Refusal(
				`The note "sourceHash" or "sourceParts" of ${name} is missing or broken, and nobody knows which English was translated. ` +
					'Export the text anew, and let the tool keep notes.'
			);
		}
		return { lang: this.#lang, texts: this.#texts };
	}

	#refuse(what: string): never {
		throw new Refusal(`Line ${this.#parser.line}: the file ${what}.`);
	}

	#open({ name, attributes }: SaxesTagPlain): void {
		const inTarget = this.#path.includes('target');
		this.#path.push(name);
		if (this.#path.length > 20) this.#refuse('is nested too deeply');
		if (this.#path.length === 1 && name !== 'xliff') this.#refuse('is no XLIFF');
		if (name === 'xliff') this.#start(attributes);
		else if (name === 'file') this.#startText(attributes);
		else if (UNITS.has(name)) this.#startUnit(name, attributes);
		else if (name === 'target' && this.#unit) this.#target ??= [];
		else if (name === 'note' && !this.#unit) this.#startNote(attributes);
		else if (inTarget) this.#mark(name, attributes);
	}

	#start({ version, trgLang }: Record<string, string>): void {
		if (version !== '1.2' && version !== '2.0') this.#refuse('is XLIFF of neither 1.2 nor 2.0');
		this.#lang = trgLang ?? '';
	}

	#startText({
		original = '',
		'target-language': lang = this.#lang
	}: Record<string, string>): void {
		if (this.#lang !== '' && lang !== this.#lang) this.#refuse('is in more than one language');
		this.#lang = lang;
		if (this.#texts.some(({ name }) => name === original)) this.#refuse(`has ${original} twice`);
		this.#texts.push({ name: original, sourceHash: '', sourceParts: '', units: [] });
	}

	#startUnit(element: string, { id = '', name = '' }: Record<string, string>): void {
		const unit = element === 'unit' ? name : id;
		const text = this.#texts.at(-1);
		if (!text) this.#refuse(`has the unit ${unit} outside any file`);
		if (text.units.some((it) => it.name === unit)) this.#refuse(`has the unit ${unit} twice`);
		if ((this.#count += 1) > MAX_UNITS) this.#refuse('has too many units');
		this.#unit = { name: unit, line: this.#parser.line };
		this.#target = undefined;
	}

	#startNote({ from, category }: Record<string, string>): void {
		const name = NOTES.find((it) => it === (category ?? from));
		if (name !== undefined) this.#note = { name, text: '' };
	}

	#mark(name: string, { id = '' }: Record<string, string>): void {
		if (!MARKS.has(name)) {
			this.#refuse(`has <${name}> in a translation; only its own placeholders may stand there`);
		}
		this.#target?.push({ number: /^\d{1,4}$/.test(id) ? Number(id) : 0 });
	}

	#words(text: string): void {
		if (this.#note !== undefined) this.#note.text += text;
		else if (this.#path.includes('target')) this.#target?.push({ words: text });
	}

	#close(name: string): void {
		this.#path.pop();
		const text = this.#texts.at(-1);
		if (name === 'note' && this.#note !== undefined && text) {
			text[this.#note.name] = this.#note.text.trim();
			this.#note = undefined;
		}
		if (!UNITS.has(name) || !this.#unit || !text) return;
		if (this.#target) text.units.push({ ...this.#unit, target: this.#target });
		this.#unit = undefined;
	}
}

/** Puts the English's own marks where the numbers stand. `undefined` where they are not the same ones. */
export function withMarks(
	target: readonly NumberedPiece[],
	marks: readonly string[]
): Piece[] | undefined {
	const numbers = target.flatMap((piece) => ('number' in piece ? [piece.number] : []));
	const isWhole =
		numbers.length === marks.length &&
		new Set(numbers.filter((it) => marks[it - 1])).size === marks.length;
	if (!isWhole) return undefined;
	return target.map((piece) =>
		'words' in piece ? piece : { mark: marks[piece.number - 1] ?? '' }
	);
}
