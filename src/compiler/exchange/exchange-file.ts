import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Piece } from './placeholders.ts';

/** One segment in two languages. */
export interface ExchangeUnit {
	/** `guide/car-stop#do.3` */
	readonly name: string;
	readonly source: readonly Piece[];
	/** Absent: not translated yet. */
	readonly target: readonly Piece[] | undefined;
	/** Of a person: `final`. Of anything else: to be read by one. */
	readonly isChecked: boolean;
	/** The English changed since `target` was translated from it. */
	readonly isBehind: boolean;
	/** What a translator must know: the most characters that a field may have. */
	readonly note?: string;
}

/** One text in two languages. */
export interface ExchangeText {
	/** `guide/car-stop` */
	readonly name: string;
	/** `textHash` of the English that goes out, so that what comes back knows what it translates. */
	readonly sourceHash: string;
	/** Hashes of its lines, for the same reason. */
	readonly sourceParts: string;
	readonly units: readonly ExchangeUnit[];
}

export interface ExchangeFile {
	readonly lang: LanguageTag;
	readonly texts: readonly ExchangeText[];
}

export type XliffVersion = '1.2' | '2.0';
