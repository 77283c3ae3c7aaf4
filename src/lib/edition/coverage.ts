import * as v from 'valibot';
import { knownOnly } from './known.ts';
import { Language, PartialDate } from './vocabulary.ts';
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

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const ArticleEvidence = v.object({
	/** `guide/school-bus` */
	id: v.string(),
	/** A day, month or year: that of its newest source, or `null` where no source has a date. */
	newest: v.nullable(PartialDate),
	/** Statements in it that nobody could confirm. */
	unconfirmed: Count,
	/** Lines of plain care, with no source behind them. */
	practice: Count,
	/** Sources that were read in somebody's copy, though the original has an address. */
	copies: Count
});
export type ArticleEvidence = v.InferOutput<typeof ArticleEvidence>;

/**
 * The blob `coverage`: every claim that was checked, what was found, and where it is answered; and
 * what each article rests on. One file for all of them, the same in every language.
 */
export const Coverage = v.object({
	/** The language of the claims' texts: English, until somebody translates them. */
	lang: Language,
	/** In the order of their ids. */
	claims: knownOnly(Claim),
	/** What the articles rest on. Absent in editions that were made before it was counted. */
	evidence: v.optional(
		v.object({
			/** Statements that were collected with a source, and that no text uses. */
			unusedFacts: Count,
			/** Every article, the one with the oldest evidence first. */
			articles: v.array(ArticleEvidence)
		})
	)
});
export type Coverage = v.InferOutput<typeof Coverage>;
