import type { English } from './parse-front.ts';
import type { ParsedSource } from './parse-source.ts';
import {
	changedLines,
	hashParts,
	parseParts,
	partsFor,
	UNFILLED_HASH,
	type SourceParts
} from './source-parts.ts';
import { isTranslated, translatedFields } from './translated-front.ts';

/** Hashes of the words of a text that can be read. */
export function partsOf({ kind, front, blocks = [] }: ParsedSource): SourceParts | undefined {
	return front && isTranslated(kind)
		? hashParts(front.fields, translatedFields(kind), blocks)
		: undefined;
}

/** The parts of a text, or of what it is a translation of, and the lines of the English that it is not of. */
export function compareWithOriginal(
	source: ParsedSource,
	originalHashes: readonly string[],
	english: English | undefined
): { readonly parts: SourceParts; readonly behind: readonly string[] } {
	const { kind, front, blocks = [], untranslated = [] } = source;
	const translation = front && 'translation' in front.fields && front.fields.translation;
	const now = english?.parts;
	if (!now || !translation)
		return { parts: partsOf(source) ?? new Map<string, string[]>(), behind: [] };
	const left = new Set(untranslated);
	const anchors = new Set(blocks.map(({ anchor }) => anchor));
	const isOwn = (name: string): boolean => anchors.has(name) || isField(source, name, left);
	const own = new Set([...now.keys()].filter(isOwn));
	// a rule may end early: what it leaves out is shown in English, and is not behind
	const isWhole = kind !== 'directive';
	const parts = isWhole ? now : partsFor(now, own);
	const { sourceHash, sourceParts } = translation;
	const needed = new Set([...own, ...anchors, ...(isWhole ? now.keys() : [])]);
	if (sourceHash === UNFILLED_HASH) return { parts, behind: [] };
	if (sourceParts !== undefined) {
		return { parts, behind: changedLines(parseParts(sourceParts), now, needed) };
	}
	return { parts, behind: originalHashes.includes(sourceHash) ? [] : [...needed] };
}

/** Whether a field has words of the translation's own. */
const isField = (
	{ kind }: ParsedSource,
	name: string,
	untranslated: ReadonlySet<string>
): boolean =>
	isTranslated(kind) && translatedFields(kind).includes(name) && !untranslated.has(name);
