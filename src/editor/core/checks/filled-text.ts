import { fillHashes, unfilledTranslations } from '../../../compiler/text/fill-hashes.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import type { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import type { SourceFile } from '../../../compiler/read/source-file.ts';

/** A translation with its open hashes filled in; `undefined` where none is open, or the English is missing. */
export function filledText(
	file: SourceFile,
	english: SourceFile | undefined,
	before?: ParsedBefore
): string | undefined {
	if (!english) return undefined;
	const corpus = parseCorpus([english, file], before).value;
	const unfilled = unfilledTranslations(corpus).find(({ name }) => name === file.name);
	return unfilled && fillHashes(file.text, unfilled.hashes);
}
