import type { FactConfidence } from '#lib/edition/vocabulary.ts';
import type { WordChanges } from '#lib/edition/text/compare-words.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** A piece of a source text: `to` is the first place behind it. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

export type JsonValue =
	string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Names and positions from the top: `['translation', 'by']`, `['sources', 2]`. */
export type FieldPath = readonly (string | number)[];

export type TextKind = 'guide' | 'directive' | 'contact' | 'term' | 'change' | 'source';

/** A source file as its fields and blocks. Made of its text, and never the other way round. */
export interface SourceDocument {
	readonly path: string;
	readonly kind: TextKind;
	readonly slug: string;
	readonly lang: LanguageTag;
	readonly text: string;
	/** In the order in which they stand; of a broken front matter those that could be read. */
	readonly fields: readonly FrontField[];
	/** Empty for a file of YAML alone. */
	readonly blocks: readonly DocumentBlock[];
	/** What a translation takes over from the English, by name; absent for English. */
	readonly inherited?: Readonly<Record<string, JsonValue>>;
	/** Fields that it may have, and has not. */
	readonly absent: readonly AbsentField[];
}

/** What a field may hold, by the schema of its kind. */
export interface FieldShape {
	readonly holds: 'text' | 'list' | 'flag';
	/** The words of which it may have one, or some. */
	readonly choices?: readonly string[];
	/** It may be left out. */
	readonly isOptional?: true;
}

/** A field that can be added. */
export interface AbsentField extends FieldShape {
	readonly name: string;
}

/** One field of the front matter, at the top level. */
export interface FrontField {
	readonly name: string;
	readonly value: JsonValue;
	readonly line: number;
	/** Of the value. */
	readonly span: Span;
	/** Whatever it has, this is what belongs there. Absent: parts, or it is no field of this kind. */
	readonly shape?: FieldShape;
}

/** `## Do {#do}` and what follows it. */
export interface DocumentBlock {
	/** What edits name it by: the anchor; `do~2` where it stands a second time; `~1` without one. */
	readonly id: string;
	/** Empty if the heading has none, or a broken one. */
	readonly anchor: string;
	readonly heading: string;
	readonly line: number;
	/** Of the words of the heading, without the anchor. */
	readonly headingSpan: Span;
	/** From the heading to the last line of its content. */
	readonly span: Span;
	readonly items: readonly DocumentItem[];
}

/** One field of the screen: a step, a line, a paragraph. */
export interface DocumentItem {
	/** `do.3`: the anchor of its block and its number there, from 1. Changes when items move. */
	readonly id: string;
	readonly kind: 'ordered' | 'bullet' | 'paragraph';
	readonly line: number;
	/** Of its text: without the number or the dash. */
	readonly span: Span;
	/** As it is written, markers included. */
	readonly source: string;
}

/** What the picker shows behind `{`, and a chip when it is opened. */
export interface FactChoice {
	readonly id: string;
	readonly topic: string;
	readonly statement: string;
	readonly quote: string;
	readonly sourceTitle: string;
	readonly sourceUrl: string;
	readonly sourceDate: string;
	readonly confidence: FactConfidence;
	/** May stand under {#unconfirmed} and nowhere else. */
	readonly isWeak: boolean;
}

/** A text as lists name it. */
export interface TextRef {
	readonly path: string;
	/** `guide/car-stop` */
	readonly id: string;
	readonly lang: LanguageTag;
	readonly title: string;
}

/** A field or a block that differs, word by word. */
export interface PartChange {
	/** As the compiler names it: `title`, `{#do}`. */
	readonly part: string;
	readonly words: WordChanges;
}
