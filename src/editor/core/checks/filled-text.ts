import { fillHashes, unfilledTranslations } from '../../../compiler/text/fill-hashes.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import type { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import type { SourceFile } from '../../../compiler/read/source-file.ts';
import { UNKNOWN_PART } from '../../../compiler/read/source-parts.ts';
import { splitArticle } from '../../../compiler/read/split-source.ts';

/**
 * A translation with its open hashes filled in; `undefined` where none is open, where the English is
 * missing, and where lines still are in English: it would be said to be translated.
 */
export function filledText(
	file: SourceFile,
	english: SourceFile | undefined,
	before?: ParsedBefore
): string | undefined {
	if (!english || hasEnglish(file.text, english.text)) return undefined;
	const corpus = parseCorpus([english, file], before).value;
	const unfilled = unfilledTranslations(corpus).find(({ name }) => name === file.name);
	return unfilled && fillHashes(file.text, unfilled.hashes);
}

function hasEnglish(text: string, english: string): boolean {
	if (new RegExp(`sourceParts: "[^"]* ${UNKNOWN_PART}[ ,"]`).test(text)) return true;
	const [own, original] = [text, english].map((it) => splitArticle(it)?.body.trim());
	return own !== undefined && own === original;
}
