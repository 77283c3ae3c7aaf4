import type { Corpus, Languages } from '../read/corpus.ts';
import type { Translation } from '../read/front-matter.ts';
import {
	linesIn,
	mergeParts,
	parseParts,
	showParts,
	UNFILLED_HASH,
	UNKNOWN_PART,
	type SourceParts
} from '../read/source-parts.ts';

interface Hashed {
	readonly name: string;
	readonly slug: string;
	readonly lang: string;
	readonly textHash: string;
	readonly originalHashes: readonly string[];
	readonly parts: SourceParts;
	readonly behind: readonly string[];
	readonly fields: {
		readonly kind: string;
		readonly translation?: Translation | undefined;
	};
}

/** All texts that have a hash: articles and small kinds, by kind and slug. */
export function hashedTexts(corpus: Corpus): Languages<Hashed>[] {
	const { guides, directives, contacts, terms, changes } = corpus;
	return [guides, directives, contacts, terms, changes].flatMap((family): Languages<Hashed>[] => [
		...family.values()
	]);
}

/** Lines of a translation that a translator has before them: those that are behind, or not begun. */
export function openLines({ behind, parts, fields }: Hashed): readonly string[] {
	const { translation } = fields;
	if (translation?.sourceHash !== UNFILLED_HASH) return behind;
	const { sourceParts } = translation;
	if (sourceParts === undefined) return linesIn(parts);
	const recorded = parseParts(sourceParts);
	const hashes = [...recorded.values()].flat();
	return linesIn(recorded).filter((_, index) => hashes[index] === UNKNOWN_PART);
}

/** A translation that does not say in full what it is of, and what it should say. */
export interface Unfilled {
	readonly name: string;
	readonly hashes: { readonly whole: string; readonly parts: string };
}

/**
 * Translations whose hashes are open, and those from before lines had hashes that are of the English of
 * today.
 */
export const unfilledTranslations = (corpus: Corpus): Unfilled[] =>
	hashedTexts(corpus).flatMap((texts) =>
		[...texts.values()].flatMap((text) => {
			const { originalHashes, fields } = text;
			if (!fields.translation) return [];
			const { sourceHash, sourceParts } = fields.translation;
			const isOpen =
				sourceHash === UNFILLED_HASH ||
				(sourceParts === undefined && originalHashes.includes(sourceHash));
			return isOpen ? filled(text, () => true) : [];
		})
	);

/** A translation of which these lines (`do.3`) were translated anew, from the English of today. */
export const renewed = (text: Hashed, lines: readonly string[]): Unfilled[] =>
	filled(text, (id) => lines.includes(id));

function filled(text: Hashed, isNew: (id: string) => boolean): Unfilled[] {
	const { name, fields, originalHashes, parts } = text;
	const [whole] = originalHashes;
	if (whole === undefined) return [];
	const recorded = fields.translation?.sourceParts;
	const old = recorded === undefined ? undefined : parseParts(recorded);
	return [{ name, hashes: { whole, parts: showParts(mergeParts(old, parts, isNew)) } }];
}

const PARTS = /,\s*sourceParts:\s*"[^"]*"/;

/** Writes what a translation is of, and leaves every other byte of its file alone. */
export const fillHashes = (text: string, { whole, parts }: Unfilled['hashes']): string =>
	text
		.replace(PARTS, '')
		.replace(
			/sourceHash:\s*["']?[0-9a-f]{64}["']?/,
			`sourceHash: "${whole}", sourceParts: "${parts}"`
		);
