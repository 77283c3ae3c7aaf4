import * as v from 'valibot';
import { listedFields } from './card-source.ts';
import { knownOnly, wordOr } from './known.ts';
import {
	Audience,
	Confidence,
	Day,
	Form,
	Language,
	PartialDate,
	Print,
	Slug,
	Status,
	Urgency,
	WebUrl
} from './vocabulary.ts';
import {
	APPEALS,
	COPIES,
	COSTS,
	GRADES,
	OVERVIEW_PLACES,
	OVERVIEW_ROLES,
	REVIEW_STATES,
	SHOWN_AS,
	SOURCE_TYPES,
	TRANSLATION_STATES,
	WEEKDAYS
} from './words.ts';

/*
 * A blob: one article in one language, as the compiler writes it and the phone stores it. `Html` is
 * HTML of a small allow-list, made by the compiler and checked again by the component that shows it.
 */
const Html = v.string();

/** Evidence as a reader may judge it: who published it, when, and what was really read. */
export const SourceRef = v.object({
	slug: Slug,
	title: v.string(),
	publisher: v.string(),
	url: WebUrl,
	originalUrl: v.optional(WebUrl),
	copy: v.picklist(COPIES),
	type: v.picklist(SOURCE_TYPES),
	docDate: v.nullable(PartialDate),
	retrievedOn: Day,
	grade: v.picklist(GRADES),
	/** Behind the `#` of `url`, it leads to the words that were read. */
	fragment: v.optional(v.string())
});
export type SourceRef = v.InferOutput<typeof SourceRef>;

const Hours = v.object({
	days: v.array(v.picklist(WEEKDAYS)),
	/** The time where the site is, `HH:MM`. */
	open: v.string(),
	close: v.string()
});

/** How far a translation can be relied on; absent on the English text. Derived, never typed in. */
const Translation = v.object({
	/** `behind`: the English changed since this was translated. */
	state: v.picklist(TRANSLATION_STATES),
	/** No second fluent person has checked it. May be true of one that is `behind`, too. */
	isDraft: v.boolean(),
	/** When it was translated, or checked if it was. */
	on: Day,
	/** The newest change of the English, for `behind`. */
	englishChangedOn: v.optional(Day),
	/** Only the blocks with `isBehind` are older than the English, and say so where they stand. */
	inBlocks: v.optional(v.literal(true))
});
export type Translation = v.InferOutput<typeof Translation>;

/** Of a state that this app does not know, a translation is one that nobody can be told to rely on. */
const AnyTranslation = v.pipe(
	v.object({ ...Translation.entries, state: v.string() }),
	v.transform((it) => {
		const isKnown = v.is(Translation.entries.state, it.state);
		return isKnown ? it : { ...it, state: 'draft', isDraft: true };
	}),
	Translation
);

export const Contact = v.object({
	slug: Slug,
	lang: Language,
	translation: v.optional(Translation),
	name: v.string(),
	does: v.string(),
	/** E.164, or `null` where there is no number to call. */
	phone: v.nullable(v.string()),
	/** The number as people write it: `800-354-0365`. */
	display: v.optional(v.string()),
	hours: v.nullable(v.array(Hours)),
	hoursConfirmed: v.boolean(),
	cost: v.picklist(COSTS),
	url: v.optional(WebUrl),
	email: v.optional(v.string()),
	confidence: Confidence,
	checkedOn: v.nullable(Day),
	reviewBy: Day,
	showAs: v.picklist(SHOWN_AS)
});
export type Contact = v.InferOutput<typeof Contact>;

export const Term = v.object({
	slug: Slug,
	lang: Language,
	translation: v.optional(Translation),
	term: v.string(),
	plain: v.string(),
	confusedWith: v.optional(v.string())
});
export type Term = v.InferOutput<typeof Term>;

/** `older`: a lawyer checked a text that has changed since. */
const LegalReview = v.object({
	state: v.picklist(REVIEW_STATES),
	on: v.optional(Day)
});

const shared = {
	...listedFields,
	/** Empty: search on the phone reads the texts. An earlier app refuses an article without it. */
	search: v.optional(v.string()),
	confidence: Confidence,
	checkedOn: v.nullable(Day),
	/** Two different people approved this very text. */
	isApproved: v.boolean(),
	legalReview: LegalReview,
	translation: v.optional(Translation),
	sources: v.array(SourceRef),
	claims: v.array(v.string())
};

/** The English of this block changed since it was translated. */
const isBehind = v.optional(v.literal(true));

/** A block of running text under its own heading. `lang`: where it is not that of the article. */
const Block = v.object({
	heading: v.string(),
	html: Html,
	lang: v.optional(Language),
	isBehind
});
export type Block = v.InferOutput<typeof Block>;

/** A list whose items are shown one by one. `english` stands beside items that nobody checked. */
const Lines = v.object({
	heading: v.string(),
	items: v.array(
		v.object({
			html: Html,
			english: v.optional(Html),
			/** What the step is about, by the name of a drawing: one that an app does not have is left out. */
			drawing: v.optional(v.string())
		})
	),
	isBehind
});
export type Lines = v.InferOutput<typeof Lines>;

/** Whom to call: a contact, whole, or plain text ("Your dispatcher"). */
const CallItem = v.union([
	v.object({ contact: Contact }),
	v.object({ html: Html, english: v.optional(Html) })
]);
export type CallItem = v.InferOutput<typeof CallItem>;

/** Which steps of a guide stand on the page "who does what": where, and for whom. */
const OverviewLine = v.object({
	place: v.picklist(OVERVIEW_PLACES),
	for: v.picklist(OVERVIEW_ROLES),
	/** Counted from 1. */
	steps: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1)))
});

export const Guide = v.object({
	kind: v.literal('guide'),
	...shared,
	scenario: v.pipe(v.string(), v.regex(/^S\d{1,2}$/)),
	urgency: Urgency,
	directives: v.array(Slug),
	sensitive: v.boolean(),
	print: v.array(Print),
	overview: v.optional(knownOnly(OverviewLine)),
	do: Lines,
	say: v.optional(Lines),
	call: v.object({ heading: v.string(), items: v.array(CallItem), isBehind }),
	dont: v.optional(Lines),
	ifWrong: v.optional(Block),
	/** Captions of the drawing of a judge's warrant (three) and an ICE form (three), from the top. */
	papers: v.optional(Lines),
	why: Block,
	unconfirmed: v.optional(Block)
});
export type Guide = v.InferOutput<typeof Guide>;

export const Directive = v.object({
	kind: v.literal('directive'),
	...shared,
	form: Form,
	officialName: v.string(),
	issuer: v.string(),
	appliesTo: v.string(),
	doesNotApplyTo: v.string(),
	/** Absent on an explainer. */
	status: v.optional(Status),
	statusNote: v.optional(v.string()),
	scopePlace: v.optional(v.string()),
	scopePeople: v.optional(v.string()),
	court: v.optional(v.string()),
	orderDate: v.optional(PartialDate),
	appeal: v.optional(v.picklist(APPEALS)),
	issuedOn: v.optional(PartialDate),
	inForceFrom: v.optional(PartialDate),
	endedOn: v.optional(PartialDate),
	replaces: v.array(Slug),
	replacedBy: v.array(Slug),
	amends: v.array(Slug),
	replacedByNote: v.optional(v.string()),
	guides: v.array(Slug),
	/** Names of fields whose words are English, because nobody has translated them yet. */
	inEnglish: v.optional(v.array(v.string())),
	short: Block,
	says: v.optional(Block),
	limits: v.optional(Block),
	changed: v.optional(Block),
	unconfirmed: v.optional(Block)
});
export type Directive = v.InferOutput<typeof Directive>;

export const Article = v.variant('kind', [Guide, Directive]);
export type Article = v.InferOutput<typeof Article>;

/** What changed, why, and what to do now, in one language. */
export const ChangeNote = v.object({
	slug: v.string(),
	lang: Language,
	translation: v.optional(AnyTranslation),
	date: Day,
	/** As in the edition: an unknown one is not hidden. */
	importance: wordOr(['major', 'minor'], 'major'),
	/** Article ids (`guide/school-bus`). Empty: every article of the edition. */
	articles: v.array(v.string()),
	// whom it is for and what it rests on: never a reason to keep the news back
	audiences: v.fallback(knownOnly(Audience), []),
	what: v.string(),
	why: v.string(),
	doNow: v.string(),
	before: v.string(),
	sources: v.fallback(knownOnly(SourceRef), [])
});
export type ChangeNote = v.InferOutput<typeof ChangeNote>;

export const Contacts = v.array(Contact);
export const Terms = v.array(Term);
