import { mostCharacters } from '../../../compiler/exchange/most-characters.ts';
import { segmentsOf, type Segment } from '../../../compiler/exchange/segments.ts';
import type { TextFiles } from '../../../compiler/exchange/to-exchange.ts';
import {
	parseParts,
	partsFor,
	UNFILLED_HASH,
	UNKNOWN_PART,
	type SourceParts
} from '../../../compiler/read/source-parts.ts';
import { compareWords } from '#lib/edition/text/compare-words.ts';
import type { TranslatedLine } from '../contract/translations.ts';
import { alignLines } from './align-lines.ts';

/** A line, and what it takes to write it. */
export interface PairedLine extends Omit<TranslatedLine, 'changed'> {
	/** The block or field. */
	readonly part: string;
	/** In the block; 0 is its heading, or the field. */
	readonly number: number;
	readonly isOfBody: boolean;
	/** The line of the translation, by its id there; absent where there is none. */
	readonly own?: string;
	/** Of the English that it was made from; absent where there is none. */
	readonly recorded?: string;
}

const numberOf = ({ id, block }: Segment): number =>
	block === undefined ? 0 : Number(/\.(\d+)$/.exec(id)?.[1] ?? 0);

/** Stands for what was translated from an English that nobody noted by its lines. */
const SOME_OTHER = '0'.repeat(UNKNOWN_PART.length);

/** Every line of the English, with the words that the translation has for it. */
export function pairedLines({ kind, english, own, parts }: TextFiles): PairedLine[] {
	const words = new Map(segmentsOf(kind, own?.text ?? '').map((it) => [it.id, it.words]));
	const recorded = recordedParts(own, parts);
	const aligned = new Map(
		[...parts].map(([part, now]) => [part, alignLines(now, recorded.get(part))])
	);
	return segmentsOf(kind, english).map((segment) => {
		const part = segment.block ?? segment.id;
		const number = numberOf(segment);
		const line = aligned.get(part)?.[number];
		const ownId = line?.own === undefined ? undefined : idOf(part, line.own);
		const target = ownId === undefined ? undefined : words.get(ownId);
		const hash = line?.own === undefined ? undefined : recorded.get(part)?.[line.own];
		const most = segment.block === undefined ? mostCharacters(kind, segment.id) : undefined;
		return {
			...{ id: segment.id, part, number, english: segment.words, target: target ?? '' },
			isOfBody: segment.block !== undefined,
			state: target === undefined ? 'untranslated' : (line?.state ?? 'untranslated'),
			...(target !== undefined && ownId !== undefined && { own: ownId }),
			...(hash !== undefined && { recorded: hash }),
			...(most !== undefined && { most })
		};
	});
}

const idOf = (part: string, number: number): string =>
	number === 0 ? part : `${part}.${String(number)}`;

/** What each line of the translation was made from, as far as its file says so. */
function recordedParts(own: TextFiles['own'], now: SourceParts): SourceParts {
	if (!own) return new Map();
	const { translation, behind } = own;
	if (translation?.sourceParts !== undefined) return parseParts(translation.sourceParts);
	const isOpen = !translation || translation.sourceHash === UNFILLED_HASH;
	if (!isOpen && behind.length === 0) return now;
	const stand = isOpen ? UNKNOWN_PART : SOME_OTHER;
	return new Map([...now].map(([part, hashes]) => [part, hashes.map(() => stand)]));
}

/** As the screen shows it. `pastWords`: what the English said, by the hash of the line. */
export const toTranslatedLine = (
	{ id, english, target, state, most, recorded }: PairedLine,
	pastWords: (hash: string) => string | undefined
): TranslatedLine => {
	const isNoted = recorded !== undefined && recorded !== SOME_OTHER;
	const before = state === 'behind' && isNoted ? pastWords(recorded) : undefined;
	return {
		...{ id, english, target, state },
		...(most !== undefined && { most }),
		...(before !== undefined && { changed: compareWords(before, english) })
	};
};

/** What each line is of once these were translated from the English of today. */
export function partsAfter(
	{ parts }: Pick<TextFiles, 'parts'>,
	lines: readonly PairedLine[],
	isNew: (line: PairedLine) => boolean
): SourceParts {
	const made = new Map([...parts].map(([part, hashes]) => [part, [...hashes]]));
	for (const line of lines) {
		const hashes = made.get(line.part);
		// a line that only names a contact has no words, and is of the English of today
		if (hashes && !isNew(line)) hashes[line.number] = ofOld(line, hashes[line.number] ?? '');
	}
	return made;
}

const ofOld = ({ state, recorded }: PairedLine, now: string): string => {
	if (state === 'same') return now;
	return state === 'behind' ? (recorded ?? UNKNOWN_PART) : UNKNOWN_PART;
};

/** Whether a line is left that has no words of its own language. */
export const isUnfinished = (parts: SourceParts, own: ReadonlySet<string>): boolean =>
	[...partsFor(parts, own).values()].some((hashes) => hashes.includes(UNKNOWN_PART));
