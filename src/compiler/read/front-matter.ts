import * as v from 'valibot';
import { SourceRef } from '#lib/edition/article.ts';
import { DRAWINGS, OVERVIEW_PLACES, OVERVIEW_ROLES } from '#lib/edition/words.ts';
import {
	Audience,
	Confidence,
	Day,
	Form,
	Language,
	Level,
	PartialDate,
	Print,
	SCENARIOS,
	Sha256,
	Slug,
	Status,
	Urgency,
	WebUrl
} from '#lib/edition/vocabulary.ts';
import { Proof } from './approvers.ts';
import { ChangeSlug, ClaimId, FactId, HttpsUrl, list, Text } from './fields.ts';
import { SOURCE_PARTS } from './source-parts.ts';

/*
 * What editors write above a text. src/content/README.md explains each field; `describe-issue.ts` says
 * what to do about a wrong one. Every object is strict: a misspelt field is an error, not ignored.
 */
const Scenario = v.picklist(SCENARIOS);

/** Whose translation it is, of which English, and who checked it. */
export const Translation = v.strictObject({
	sourceHash: Sha256,
	/** Of each line of that English, where more is known than of the whole: `read/source-parts.ts`. */
	sourceParts: v.optional(v.pipe(v.string(), v.regex(SOURCE_PARTS))),
	method: v.picklist(['human', 'draft']),
	by: Text,
	on: Day,
	checkedBy: v.optional(Text),
	checkedOn: v.optional(Day)
});
export type Translation = v.InferOutput<typeof Translation>;

/** Who approved which text, written by `edition:approve`: a word typed by hand approves nothing. */
const Approval = v.strictObject({
	name: Text,
	role: Text,
	on: Day,
	hash: Sha256,
	/** What their passkey signed. */
	proof: v.optional(Proof)
});
export type Approval = v.InferOutput<typeof Approval>;

const LegalReview = v.variant('state', [
	v.strictObject({ state: v.literal('none') }),
	v.strictObject({ state: v.literal('done'), by: Text, on: Day, textHash: Sha256 })
]);
export type LegalReview = v.InferOutput<typeof LegalReview>;

const article = {
	slug: Slug,
	lang: Language,
	title: v.pipe(Text, v.maxLength(60)),
	summary: v.pipe(Text, v.maxLength(140)),
	level: Level,
	audiences: v.pipe(v.array(Audience), v.minLength(1)),
	statusAsOf: PartialDate,
	confidence: Confidence,
	sources: v.pipe(v.array(Slug), v.minLength(1)),
	checkedOn: v.nullable(Day),
	reviewBy: Day,
	approvedBy: list(Approval),
	legalReview: LegalReview,
	translation: v.optional(Translation),
	changes: v.pipe(v.array(ChangeSlug), v.minLength(1)),
	claims: list(ClaimId)
};

export const GuideFront = v.strictObject({
	kind: v.literal('guide'),
	...article,
	scenario: Scenario,
	urgency: Urgency,
	/** What it rests on; empty only in an edition that has no directive. */
	directives: list(Slug),
	sensitive: v.optional(v.boolean(), false),
	print: list(Print),
	/** Steps, counted from 1, that stand on the page "who does what". */
	overview: list(
		v.strictObject({
			place: v.picklist(OVERVIEW_PLACES),
			for: v.picklist(OVERVIEW_ROLES),
			steps: v.pipe(
				v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
				v.minLength(1),
				v.maxLength(4)
			)
		})
	),
	/** One for each step, in its order: what the step is about. All of them, or none. */
	drawings: list(v.picklist(DRAWINGS))
});
export type GuideFront = v.InferOutput<typeof GuideFront>;

export const DirectiveFront = v.strictObject({
	kind: v.literal('directive'),
	...article,
	form: Form,
	officialName: Text,
	issuer: Text,
	appliesTo: Text,
	doesNotApplyTo: v.optional(v.string(), ''),
	status: v.optional(Status),
	statusNote: v.optional(v.pipe(Text, v.maxLength(240))),
	scopePlace: v.optional(Text),
	scopePeople: v.optional(Text),
	court: v.optional(Text),
	orderDate: v.optional(PartialDate),
	appeal: v.optional(v.picklist(['none', 'pending', 'unknown'])),
	issuedOn: v.optional(PartialDate),
	inForceFrom: v.optional(PartialDate),
	endedOn: v.optional(PartialDate),
	replaces: list(Slug),
	replacedBy: list(Slug),
	amends: list(Slug),
	replacedByNote: v.optional(Text),
	guides: list(Slug)
});
export type DirectiveFront = v.InferOutput<typeof DirectiveFront>;
export type ArticleFront = GuideFront | DirectiveFront;

/** The time where the site is. */
const Hours = v.strictObject({
	days: v.pipe(
		v.array(v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
		v.minLength(1)
	),
	open: v.pipe(v.string(), v.isoTime()),
	close: v.pipe(v.string(), v.isoTime())
});

export const ContactFront = v.strictObject({
	kind: v.literal('contact'),
	slug: Slug,
	lang: Language,
	name: Text,
	does: v.pipe(Text, v.maxLength(120)),
	// E.164: a plus sign and at most 15 digits, so that a tap dials it from any network
	phone: v.nullable(v.pipe(v.string(), v.regex(/^\+[1-9]\d{2,14}$/))),
	display: v.optional(Text),
	hours: v.nullable(v.array(Hours)),
	hoursConfirmed: v.boolean(),
	cost: v.picklist(['free', 'paid', 'unknown']),
	url: v.optional(HttpsUrl),
	email: v.optional(v.pipe(v.string(), v.email())),
	facts: v.pipe(v.array(FactId), v.minLength(1)),
	confidence: Confidence,
	checkedOn: v.nullable(Day),
	reviewBy: Day,
	showAs: v.picklist(['call', 'link']),
	translation: v.optional(Translation)
});
export type ContactFront = v.InferOutput<typeof ContactFront>;

export const TermFront = v.strictObject({
	kind: v.literal('term'),
	slug: Slug,
	lang: Language,
	term: Text,
	plain: Text,
	confusedWith: v.optional(Slug),
	facts: list(FactId),
	translation: v.optional(Translation)
});
export type TermFront = v.InferOutput<typeof TermFront>;

export const ChangeFront = v.strictObject({
	kind: v.literal('change'),
	slug: ChangeSlug,
	lang: Language,
	date: Day,
	importance: v.picklist(['major', 'minor']),
	/** Slugs of guides and directives. Empty: every article of the edition. */
	articles: list(Slug),
	audiences: list(Audience),
	what: Text,
	why: Text,
	doNow: Text,
	before: Text,
	sources: list(Slug),
	approvedBy: list(Approval),
	notify: v.picklist(['none', 'routine', 'critical']),
	translation: v.optional(Translation)
});
export type ChangeFront = v.InferOutput<typeof ChangeFront>;

export const SourceFront = v.strictObject({
	kind: v.literal('source'),
	...v.omit(SourceRef, ['fragment']).entries,
	title: Text,
	publisher: Text,
	url: WebUrl,
	originalUrl: v.optional(WebUrl),
	docDate: v.nullable(PartialDate),
	retrievedOn: Day,
	/** The file in which the answer of its host is kept, outside of the content. Not published. */
	archived: v.optional(v.strictObject({ sha256: Sha256, on: Day })),
	/** A quote in the words of its page, or how it begins and ends: links lead to them. */
	words: v.optional(v.strictObject({ start: Text, end: v.optional(Text) })),
	quote: v.optional(Text),
	facts: list(FactId)
});
export type SourceFront = v.InferOutput<typeof SourceFront>;

/** A bare number of YAML is a word, too: 211. */
const Word = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(String),
	v.trim(),
	v.nonEmpty(),
	v.maxLength(60)
);

/** How readers of one language ask: `search/<lang>.yaml`. */
export const SearchFront = v.strictObject({
	lang: Language,
	/** Words of questions that say nothing of what is asked for, many in a line. */
	ignored: list(Text),
	beginnings: list(Word),
	endings: list(Word),
	/** Pairs of letters, many in a line. */
	letters: v.optional(list(Text), []),
	same: list(v.array(Word)),
	/** By slug. */
	articles: v.optional(v.record(Slug, v.array(Word)), {})
});
export type SearchFront = v.InferOutput<typeof SearchFront>;

export const FRONTS = {
	guide: GuideFront,
	directive: DirectiveFront,
	contact: ContactFront,
	term: TermFront,
	change: ChangeFront,
	source: SourceFront
} as const;
