import * as v from 'valibot';

const Text = v.pipe(v.string('must be text in quotes'), v.trim(), v.nonEmpty('is empty'));
const atMost = (characters: number) =>
	v.maxLength<string, number, string>(
		characters,
		`is longer than ${String(characters)} characters`
	);
const Address = v.pipe(Text, v.url('must be a whole address, such as "https://…"'));
/** Home screens and lists of apps show it as it is, so it has nothing that hides or turns text; joiners are letters' own. */
const Name = v.pipe(
	Text,
	v.check(
		(name) => !/[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u.test(name),
		'has a character that cannot be seen: type it anew'
	)
);
/** More is cut off below an icon. */
export const SHORT_NAME_LENGTH = 12;
const ShortName = v.pipe(Name, atMost(SHORT_NAME_LENGTH));
/** In E.164, or a short number. */
export const PhoneNumber = v.pipe(
	Text,
	v.regex(
		/^(\+\d{6,15}|\d{3,6})$/,
		'must be digits alone: a short number, or + and the country, such as "+13125550100"'
	)
);
const Phone = v.strictObject({
	number: PhoneNumber,
	/** As people write it. */
	display: Text
});
const Colour = v.pipe(
	Text,
	v.regex(/^#[0-9a-f]{6}$/, 'must be # and six digits in small letters, such as "#0a6466"')
);
const Slug = v.pipe(
	Text,
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits, joined by hyphens')
);
/** By language tag. Which tags there are is known to whoever reads the file. */
const byLanguage = <Item extends v.GenericSchema>(item: Item) =>
	v.optional(v.record(v.string(), item), {});

/** Matched without case. `\p{L}*` stands for an ending. */
const Pattern = v.pipe(Text, v.check(isPattern, 'is no regular expression'));

function isPattern(source: string): boolean {
	try {
		return new RegExp(source, 'iu').source !== '';
	} catch {
		return false;
	}
}

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}

/** The one accent, and what stands on it and in it: the rest of the look is the same everywhere. */
const Accent = v.strictObject({ rail: Colour, railSoft: Colour, onRail: Colour });
export type Accent = v.InferOutput<typeof Accent>;

/** Name of the place as a sentence needs it. Languages differ in which forms they ask for. */
const Place = v.strictObject({
	name: Text,
	/** With its preposition or ending: "in Springfield". */
	in: v.optional(Text),
	/** The same for "of". */
	of: v.optional(Text)
});

/** A register of law that programs can ask. */
const Register = v.strictObject({
	/** Where the register answers programs. */
	api: Address,
	/** What the address of a document's page begins with. */
	page: Address,
	issuer: Text,
	register: Text
});
export type Register = v.InferOutput<typeof Register>;

/** What is true of one place and its app, and of no other: `site.json`, beside the content. */
export const Site = v.strictObject({
	name: v.pipe(Name, atMost(30)),
	/** Below an icon on the home screen. */
	shortName: ShortName,
	/** In English, for search engines and for who has no language yet: one or two sentences. */
	about: v.pipe(Text, atMost(160)),
	/** Completes "Plain-language guides on …" for machines that read the site. */
	topic: Text,
	/** As the IANA names it: every day and every opening hour is of this zone. */
	timeZone: v.pipe(
		Text,
		v.check(isTimeZone, 'is no time zone: write a name such as "Europe/Paris"')
	),
	/** Whom a reader calls who finds nothing here, and says a language. Left out: nobody is named. */
	phone: v.optional(Phone),
	/** Whom a reader calls in danger. */
	emergency: Phone,
	/** Which public body a level's rules bind, for machines: by level. */
	jurisdictions: v.strictObject({ city: Text, school: Text, state: Text, federal: Text }),
	/**
	 * What the icon on a home screen can be called that is not to tell what this is, by the drawing on it.
	 * A name must be true of guides that are kept: it hides, and does not deceive.
	 */
	neutralNames: v.optional(v.strictObject({ sheet: ShortName, book: ShortName }), {
		sheet: 'Notes',
		book: 'Guide'
	}),
	colours: v.optional(v.strictObject({ light: Accent, dark: Accent })),
	/** By language: what interface texts say for {place}, {in_place} and {of_place}. */
	place: v.record(v.string(), Place),
	/** Interface texts in this site's own words, by language and key: names of levels and roles first. */
	texts: byLanguage(v.record(v.string(), Text)),
	/** Concepts of this place alone, by slug of the term: how English running text has them. */
	concepts: v.optional(v.record(Slug, Pattern), {}),
	/** Abbreviations of this place that other languages have a word for. */
	translatedNames: v.optional(
		v.array(v.pipe(Text, v.regex(/^[A-Z]{2,}$/, 'must be capital letters alone'))),
		[]
	),
	/** What no text of this site may say, by language. */
	bans: byLanguage(
		v.array(
			v.strictObject({
				what: v.picklist(['word', 'claim'], 'must be "word" or "claim"'),
				pattern: Pattern,
				/** What to write instead, or which fact says otherwise. */
				instead: Text,
				/** Banned as a fact only: under {#unconfirmed} it may be named. */
				asFactOnly: v.optional(v.boolean(), false)
			})
		)
	),
	/** Registers whose new laws editors are told of. */
	registers: v.optional(
		v.strictObject({
			/** Kept by Legistar. */
			council: v.optional(Register),
			/** Kept by Open Legislation. */
			senate: v.optional(Register)
		}),
		{}
	)
});
export type Site = v.InferOutput<typeof Site>;
