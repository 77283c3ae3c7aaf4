import type { Corpus } from '../../../compiler/read/corpus.ts';
import { hashedTexts, openLines } from '../../../compiler/text/fill-hashes.ts';
import type { BehindText } from '../contract/dashboard.ts';
import type { RefOf } from './text-refs.ts';

/** Translations with lines that are not of the English as it is, or not begun. */
export const behindTexts = (corpus: Corpus, refOf: RefOf): BehindText[] =>
	hashedTexts(corpus)
		.flatMap((texts) => [...texts.values()])
		.map((text) => ({ text, parts: openLines(text) }))
		.filter(({ parts }) => parts.length > 0)
		.flatMap(({ text, parts }) => refOf(text).map((ref) => ({ ...ref, parts })));
