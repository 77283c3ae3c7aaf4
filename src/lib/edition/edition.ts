import * as v from 'valibot';
import { knownOnly, wordOr } from './known.ts';
import { Day, Instant, Language, Sha256 } from './vocabulary.ts';

/** The major version of the formats that this code reads. A higher one asks for an app update. */
export const SCHEMA = 1;

const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Length = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A file named by the SHA-256 of its uncompressed bytes. */
export const FileRef = v.object({ sha256: Sha256, length: Length });
export type FileRef = v.InferOutput<typeof FileRef>;

/** The files of one language: what there is, by hash, and all of it joined for a first visit. */
const LanguageFiles = v.object({
	lang: Language,
	listing: FileRef,
	pack: FileRef,
	/** Articles in the listing, for "34 of 55". */
	count: Length
});
export type LanguageFiles = v.InferOutput<typeof LanguageFiles>;

/** Who stops is the publisher of the edition; the sentence around it is the app's, in each language. */
const ShutdownNotice = v.object({
	/** From this day on nobody checks the texts. */
	on: Day,
	/** Whom readers can ask instead. An address that is not https is shown as text. */
	goTo: v.array(v.object({ name: v.string(), url: v.string() }))
});
export type ShutdownNotice = v.InferOutput<typeof ShutdownNotice>;

/** TUF's snapshot and targets in one: a signed, numbered release of all content. */
export const Edition = v.object({
	schema: v.pipe(v.number(), v.safeInteger()),
	/** The lowest `SCHEMA` of an app that can show it. */
	minApp: v.pipe(v.number(), v.safeInteger()),
	version: Version,
	/** The root that it was made under. */
	root: Version,
	issued: Instant,
	expires: Instant,
	publisher: v.object({
		name: v.string(),
		address: v.string(),
		licence: v.string(),
		/** What it publishes for, by language, English always: one sentence. A change of it is told. */
		purpose: v.optional(v.record(v.string(), v.string())),
		/** Signed with the keys that every clone makes for itself: proves nothing. */
		isDemo: v.boolean()
	}),
	/** One that this app does not know is left out. */
	languages: knownOnly(LanguageFiles),
	/** Ids, dates and importance; the texts are members of each language's listing. */
	changes: v.array(
		v.object({
			slug: v.string(),
			date: Day,
			/** An unknown one is marked and counted: what is news must not be hidden. */
			importance: wordOr(['major', 'minor'], 'major'),
			/** An unknown one alarms nobody: what is critical is said in a word that all know. */
			notify: wordOr(['none', 'routine', 'critical'], 'none'),
			/** Article ids (`guide/school-bus`). Empty: every article. */
			articles: v.array(v.string())
		})
	),
	/** Articles that were taken back, by id. They stay named for ever. */
	withdrawn: v.array(v.object({ id: v.string(), on: Day })),
	mirrors: v.array(v.string()),
	/** The publisher stops. Absent while it goes on. */
	shutdownNotice: v.optional(ShutdownNotice)
});
export type Edition = v.InferOutput<typeof Edition>;

/** TUF's timestamp: the signed pointer to the newest edition. */
export const Head = v.object({
	version: Version,
	root: Version,
	issued: Instant,
	expires: Instant,
	edition: v.object({
		version: Version,
		...FileRef.entries,
		/** The lowest edition from which one file leads to this. Absent: from none. */
		updatesFrom: v.optional(Version)
	})
});
export type Head = v.InferOutput<typeof Head>;

/**
 * One language's contents, as an index of shards: each is a file `listing/<sha256>.json` too. An
 * id's shard depends on the id alone, so that a change among 1,000 articles costs one shard.
 */
export const Listing = v.object({
	schema: v.pipe(v.number(), v.safeInteger()),
	lang: Language,
	shards: v.array(FileRef)
});
export type Listing = v.InferOutput<typeof Listing>;

/**
 * A member of a listing. Ids: `guide/<slug>`, `directive/<slug>`, `change/<slug>`, `contacts`,
 * `terms`, `coverage`; others are for newer apps, and kept unread. The file is `blob/<sha256>.json`.
 */
export const Entry = v.object({ id: v.string(), ...FileRef.entries });
export type Entry = v.InferOutput<typeof Entry>;

export const Shard = v.object({ entries: v.array(Entry) });
export type Shard = v.InferOutput<typeof Shard>;
