import * as v from 'valibot';
import {
	ChangeFront,
	ContactFront,
	DirectiveFront,
	GuideFront,
	TermFront,
	Translation
} from './front-matter.ts';

/*
 * What stands above a translation: the words of its own language. Every other field is the same in all
 * languages and comes from the English file, so that it can be wrong in one place only.
 */
const translation = Translation;
const { approvedBy, title, summary } = GuideFront.entries;
const { officialName, issuer, appliesTo, statusNote } = DirectiveFront.entries;
const { scopePlace, scopePeople, court, replacedByNote } = DirectiveFront.entries;
const { name, does } = ContactFront.entries;
const { term, plain } = TermFront.entries;
const { what, why, doNow, before } = ChangeFront.entries;

const guide = { title, summary };
const directive = {
	...guide,
	// what is left out is shown in English
	officialName: v.optional(officialName),
	issuer: v.optional(issuer),
	appliesTo: v.optional(appliesTo),
	doesNotApplyTo: v.optional(v.string()),
	statusNote,
	scopePlace,
	scopePeople,
	court,
	replacedByNote
};
const change = { what, why, doNow, before };

/** Fields of a translation that are about it, and no words of the text. */
const ABOUT: ReadonlySet<string> = new Set(['translation', 'approvedBy']);

export const TRANSLATED_FRONTS = {
	guide: v.strictObject({ ...guide, translation, approvedBy }),
	directive: v.strictObject({ ...directive, translation, approvedBy }),
	contact: v.strictObject({ name, does, translation }),
	term: v.strictObject({ term, plain, translation }),
	change: v.strictObject({ ...change, translation, approvedBy })
} as const;

export type TranslatedKind = keyof typeof TRANSLATED_FRONTS;

export const isTranslated = (kind: string): kind is TranslatedKind => kind in TRANSLATED_FRONTS;

/** The fields whose words a translation has in its own language. */
export const translatedFields = (kind: TranslatedKind): string[] =>
	Object.keys(TRANSLATED_FRONTS[kind].entries).filter((name) => !ABOUT.has(name));
