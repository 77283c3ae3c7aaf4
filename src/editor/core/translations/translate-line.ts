import { applyTargets, type Applied } from '../../../compiler/exchange/apply-targets.ts';
import { segmentsOf } from '../../../compiler/exchange/segments.ts';
import type { TextFiles } from '../../../compiler/exchange/to-exchange.ts';
import { partsFor, showParts, UNFILLED_HASH } from '../../../compiler/read/source-parts.ts';
import { fillHashes } from '../../../compiler/text/fill-hashes.ts';
import { isUnfinished, pairedLines, partsAfter, type PairedLine } from './translated-lines.ts';

/** One line, and who has translated it on which day. */
export interface LineWords {
	readonly line: string;
	readonly words: string;
	readonly by: string;
	readonly on: string;
}

/**
 * The text of a translation with other words in one line. That line is of the English of today, all others
 * are of what they were of. Where lines of the English are not translated yet, their English words stand
 * there, and the file's hash stays open: no edition can be built from it.
 */
export function translateLine(files: TextFiles, { line: id, words, by, on }: LineWords): Applied {
	const lines = pairedLines(files);
	const line = lines.find((it) => it.id === id);
	if (!line) return { problem: `the English has no line ${id}` };
	const parts = partsAfter(files, lines, (it) => it.id === id);
	const isInPlace = lines.every((it) => it.own === it.id) && !hasMore(files, lines);
	if (isInPlace && words === line.target) return confirmed(files, parts);

	const wanted = isInPlace ? lines : lines.filter(isWanted(files, lines, line));
	const has = new Set(wanted.map(({ part }) => part));
	const sourceHash = isUnfinished(parts, has) ? UNFILLED_HASH : files.hash;
	const origin = { by, on, sourceHash, sourceParts: files.parts };
	if (isInPlace) return applyTargets(files, new Map([[id, words]]), origin, parts);
	const wordsOf = ({ id: own, target, english }: PairedLine): string =>
		own === id ? words : target === '' ? english : target;
	const targets = new Map(wanted.map((it) => [it.id, wordsOf(it)]));
	// made anew in the form of the English, which has other lines
	return applyTargets({ ...files, own: undefined }, targets, origin, parts);
}

/** Nothing but what it is of. */
function confirmed({ kind, own, hash }: TextFiles, parts: ReturnType<typeof partsAfter>): Applied {
	if (!own) return { problem: 'there is no translation yet' };
	const has = new Set(segmentsOf(kind, own.text).map(({ id, block }) => block ?? id));
	const whole = isUnfinished(parts, has) ? UNFILLED_HASH : hash;
	const text = fillHashes(own.text, { whole, parts: showParts(partsFor(parts, has)) });
	return text === own.text ? { same: true } : { text };
}

/** Lines that the English has no more. */
const hasMore = ({ kind, own }: TextFiles, lines: readonly PairedLine[]): boolean => {
	const known = new Set(lines.map(({ id }) => id));
	return segmentsOf(kind, own?.text ?? '').some(({ id }) => !known.has(id));
};

/** Fields that a rule cannot be without in any language. */
const NEEDED: ReadonlySet<string> = new Set(['title', 'summary']);

/** A rule may leave fields, and its last blocks, to the English. */
function isWanted({ kind }: TextFiles, lines: readonly PairedLine[], line: PairedLine) {
	if (kind !== 'directive') return () => true;
	const last = lines.findLastIndex((it) => it.isOfBody && (it.own !== undefined || it === line));
	const lastPart = lines[last]?.part;
	return (it: PairedLine): boolean => {
		if (!it.isOfBody) return it.own !== undefined || it === line || NEEDED.has(it.id);
		return lines.indexOf(it) <= last || it.part === lastPart;
	};
}
