import * as v from 'valibot';
import { knownOnly } from './known.ts';
import { Language } from './vocabulary.ts';
import { VERDICTS } from './words.ts';

/** What checking a claim found, from the most certain to the least. */
export const Verdict = v.picklist(VERDICTS);
export type Verdict = v.InferOutput<typeof Verdict>;

export const Claim = v.object({
	id: v.string(),
	/** The claim in our own words: a line, not a quote. */
	text: v.string(),
	verdict: Verdict,
	/** Article ids (`guide/school-bus`), first the one that must answer it. Never empty. */
	articles: v.array(v.string())
});

/**
 * The blob `coverage`: every claim that was checked, what was found, and where it is answered. One
 * file for all of them, the same in every language.
 */
export const Coverage = v.object({
	/** The language of the claims' texts: English, until somebody translates them. */
	lang: Language,
	/** In the order of their ids. */
	claims: knownOnly(Claim)
});
export type Coverage = v.InferOutput<typeof Coverage>;
