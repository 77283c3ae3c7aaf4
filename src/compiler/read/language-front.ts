import * as v from 'valibot';
import { Language, Slug } from '#lib/edition/vocabulary.ts';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const list = <Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item), []);

/** A regular expression, matched without case. `\p{L}*` stands for an ending. */
const Pattern = v.pipe(
	Text,
	v.check(isPattern, 'is no regular expression'),
	v.transform((source) => new RegExp(source, 'iu'))
);

function isPattern(source: string): boolean {
	try {
		return new RegExp(source, 'iu').source !== '';
	} catch {
		return false;
	}
}

/** What a line of a translation can be reported for. */
export const LINE_CHECKS = ['slip', 'term', 'number', 'name', 'negation'] as const;

/** How a language says what must not be lost in translation: `languages/<lang>.yaml`. */
export const LanguageFront = v.strictObject({
	lang: Language,
	/** By slug of the term: how its word is found in running text. */
	terms: v.optional(v.record(Slug, v.array(Pattern)), {}),
	/** Words that a machine or a false friend puts in, and that never stand in a text. */
	slips: list(
		v.strictObject({
			pattern: Pattern,
			why: Text,
			/** Where the English of the line has this, it is the right word. */
			unless: v.optional(Pattern)
		})
	),
	/** Words that make a sentence negative. */
	negations: list(Pattern),
	/** Lines that are right though a check reports them. */
	exceptions: list(
		v.strictObject({
			check: v.picklist(LINE_CHECKS),
			/** `guide/school-bus` */
			text: Text,
			/** Words of the line as it stands: whoever edits it looks at the exception again. */
			words: Text,
			why: Text
		})
	)
});
export type LanguageFront = v.InferOutput<typeof LanguageFront>;
