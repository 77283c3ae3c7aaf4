/*
 * What the editor's screens and what is under them say to each other: types, and nothing that runs.
 * All of it but `EditorCore` is plain JSON, so that it may cross from the server to a page. Paths are
 * those of content files, below the content folder: `guides/car-stop/en.md`. Offsets count UTF-16 units
 * of the file's text as it is stored, and lines count from 1.
 */
import type { WordChanges } from '#lib/edition/compare-words.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Result } from '#lib/edition/result.ts';

/** A piece of a source text: `to` is the first place behind it. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

export type JsonValue =
	string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Names and positions from the top: `['translation', 'by']`, `['sources', 2]`. */
export type FieldPath = readonly (string | number)[];

export type TextKind = 'guide' | 'directive' | 'contact' | 'term' | 'change' | 'source';

// ---------------------------------------------------------------------------------------- document

/** A source file as its fields and blocks. Made of its text, and never the other way round. */
export interface SourceDocument {
	readonly path: string;
	readonly kind: TextKind;
	readonly slug: string;
	readonly lang: LanguageTag;
	readonly text: string;
	/** In the order in which they stand; of a broken front matter those that could be read. */
	readonly fields: readonly FrontField[];
	/** Empty for a file of YAML alone. */
	readonly blocks: readonly DocumentBlock[];
	/** What a translation takes over from the English, by name; absent for English. */
	readonly inherited?: Readonly<Record<string, JsonValue>>;
}

/** One field of the front matter, at the top level. */
export interface FrontField {
	readonly name: string;
	readonly value: JsonValue;
	readonly line: number;
	/** Of the value. */
	readonly span: Span;
}

/** `## Do {#do}` and what follows it. */
export interface DocumentBlock {
	/** Empty if the heading has none, or a broken one. */
	readonly anchor: string;
	readonly heading: string;
	readonly line: number;
	/** Of the words of the heading, without the anchor. */
	readonly headingSpan: Span;
	/** From the heading to the last line of its content. */
	readonly span: Span;
	readonly items: readonly DocumentItem[];
}

/** One field of the screen: a step, a line, a paragraph. */
export interface DocumentItem {
	/** `do.3`: the anchor of its block and its number there, from 1. Changes when items move. */
	readonly id: string;
	readonly kind: 'ordered' | 'bullet' | 'paragraph';
	readonly line: number;
	/** Of its text: without the number or the dash. */
	readonly span: Span;
	/** As it is written, markers included. */
	readonly source: string;
	/** The same in pieces, without a gap. */
	readonly pieces: readonly Piece[];
}

/** Running text, or a fact marker, which the screen shows as a chip. `span` is of the file. */
export type Piece =
	| { readonly kind: 'text'; readonly text: string; readonly span: Span }
	| {
			readonly kind: 'marker';
			readonly span: Span;
			/** Empty for `{practice}` and for what is no marker. */
			readonly facts: readonly string[];
			readonly isPractice: boolean;
			/** As it is written: `{8.05, 10.32}`. */
			readonly text: string;
	  };

/** What the picker shows behind `{`, and a chip when it is opened. */
export interface FactChoice {
	readonly id: string;
	readonly topic: string;
	readonly statement: string;
	readonly quote: string;
	readonly sourceTitle: string;
	readonly sourceUrl: string;
	readonly sourceDate: string;
	readonly confidence: 'high' | 'medium' | 'low' | 'unverified';
	/** May stand under {#unconfirmed} and nowhere else. */
	readonly isWeak: boolean;
}

// ------------------------------------------------------------------------------------------- edits

/**
 * One change of a document. Each is turned into replacements of pieces of its text, so that what it does
 * not name stays byte for byte.
 */
export type Edit =
	/** The whole text of an item, markers included. */
	| { readonly type: 'set-item'; readonly item: string; readonly source: string }
	/** Behind the item number `after` of the block; 0 puts it first. `drawing`: of a step, if steps have one. */
	| {
			readonly type: 'add-item';
			readonly block: string;
			readonly after: number;
			readonly source: string;
			readonly drawing?: string;
	  }
	/** Numbers of the list follow, and so do the drawings and the overview of a guide's steps. */
	| { readonly type: 'remove-item'; readonly item: string }
	/** `to`: the number it has then. */
	| { readonly type: 'move-item'; readonly item: string; readonly to: number }
	| { readonly type: 'set-heading'; readonly block: string; readonly heading: string }
	/** In the place that the model of its kind gives it. */
	| {
			readonly type: 'add-block';
			readonly block: string;
			readonly heading: string;
			readonly items: readonly string[];
	  }
	| { readonly type: 'remove-block'; readonly block: string }
	/** Adds the field if it is not there. */
	| { readonly type: 'set-field'; readonly path: FieldPath; readonly value: JsonValue }
	| { readonly type: 'remove-field'; readonly path: FieldPath }
	/** `at`: an offset in the item's `source`. An empty `facts` is `{practice}`. */
	| {
			readonly type: 'insert-marker';
			readonly item: string;
			readonly at: number;
			readonly facts: readonly string[];
	  }
	/** `marker`: which of the item's markers, from 0. Without `facts` it is taken out. */
	| {
			readonly type: 'set-marker';
			readonly item: string;
			readonly marker: number;
			readonly facts?: readonly string[];
	  }
	/** The source tab, and fixes: any piece of the text. */
	| { readonly type: 'replace-text'; readonly span: Span; readonly text: string }
	/** Several as one step of the undo list; each is of the text that those before it left. */
	| { readonly type: 'all'; readonly edits: readonly Edit[] };

/** A piece of the text before, and what stands there now. Changes of one edit never overlap. */
export interface TextChange {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/** What an edit did to a text, and what takes it back. */
export interface Edited {
	readonly text: string;
	readonly changes: readonly TextChange[];
	readonly undo: readonly TextChange[];
}

export type EditRefusal =
	'no-such-item' | 'no-such-block' | 'no-such-field' | 'has-such-block' | 'out-of-range' | 'broken';

// ------------------------------------------------------------------------------------- diagnostics

/** One problem of a file, in words for an editor. */
export interface EditorDiagnostic {
	readonly path: string;
	readonly line: number;
	/** A notice stops no build. */
	readonly severity: 'problem' | 'notice';
	/** The compiler's own words, in English. */
	readonly problem: string;
	readonly remedy: string;
	/** What to focus: an item, a field of the front matter, a block. Absent: the line of the source. */
	readonly place?:
		{ readonly item: string } | { readonly field: string } | { readonly block: string };
	/** Best first; empty where only a person knows. */
	readonly fixes: readonly Fix[];
}

/** What one tap mends. The screen words the button by `code`, `to` is what will stand there. */
export interface Fix {
	readonly code:
		| 'replace'
		| 'delete'
		| 'fill-hash'
		| 'set-date'
		| 'add-source'
		| 'remove-source'
		| 'renumber'
		| 'mark-practice'
		| 'straighten-quotes'
		| 'normalize';
	readonly to: string;
	/** The file it changes, mostly the one of the diagnostic. */
	readonly path: string;
	readonly edit: Edit;
}

/** What a check found. `revision` tells an answer that has been overtaken. */
export interface CheckResult {
	readonly revision: number;
	readonly diagnostics: readonly EditorDiagnostic[];
}

// ------------------------------------------------------------------------------- drafts and saving

/** Who edits, by the settings of this machine or by a session. Their name goes into commits. */
export interface Editor {
	readonly name: string;
	readonly email: string;
	/** As it stands in approvals: `editor`, `lawyer`. */
	readonly role: string;
}

/** A piece of work: some files, and one branch. */
export interface DraftInfo {
	readonly id: string;
	readonly title: string;
	/** `draft/new-words-at-the-door` */
	readonly branch: string;
	readonly startedBy: string;
	readonly startedAt: string;
	readonly savedAt: string;
	/** Files that differ from what the draft began with. */
	readonly paths: readonly string[];
	/** Of those, the ones with edits that are in no commit yet. */
	readonly uncommitted: readonly string[];
}

/** One file of a draft, as it was kept last. */
export interface DraftFile {
	readonly path: string;
	readonly text: string;
	/** Rises with each write; 0: nothing kept, the text is that of the content. */
	readonly revision: number;
	readonly by: string;
	readonly at: string;
	readonly canUndo: boolean;
	readonly canRedo: boolean;
}

/** What is kept of a file, if it still has the revision that the writer saw. */
export interface KeepRequest {
	readonly draft: string;
	readonly path: string;
	readonly revision: number;
	readonly edit: Edit;
	readonly by: string;
}

export type KeepResult =
	| { readonly state: 'kept'; readonly file: DraftFile }
	/** Somebody else wrote since: both texts, and who it was. Nothing of either is lost. */
	| {
			readonly state: 'conflict';
			readonly theirs: DraftFile;
			/** What the refused edit would have made; absent if it no longer fits the text it was made for. */
			readonly yours?: string;
	  }
	| { readonly state: 'refused'; readonly reason: EditRefusal };

export type CommitResult =
	| {
			readonly state: 'committed';
			readonly branch: string;
			readonly commit: string;
			readonly paths: readonly string[];
			/** The content folder has the new texts, too. Not, if it is on another branch or has other edits. */
			readonly isInFolder: boolean;
	  }
	| { readonly state: 'nothing-changed' }
	/** The branch has a newer commit by somebody else. */
	| { readonly state: 'conflict'; readonly by: string; readonly paths: readonly string[] };

export type PushResult =
	| { readonly state: 'pushed'; readonly remote: string }
	| { readonly state: 'no-git' | 'no-remote' }
	| { readonly state: 'failed'; readonly said: string };

// --------------------------------------------------------------------------------------- approvals

/** One approval in a file. */
export interface ApprovalRow {
	readonly name: string;
	readonly role: string;
	readonly on: string;
	readonly state: 'standing' | 'void';
	/** `proved`: by a passkey that the team has on record for this name. */
	readonly proof: 'proved' | 'unproved' | 'wrong';
	/** Of a void one: what has changed since, by words; `unknown` if no commit has the approved text. */
	readonly changedSince?: readonly PartChange[] | 'unknown';
}

export interface ApprovalState {
	readonly path: string;
	/** SHA-256 of the file but its approvals, in hex: what a passkey signs as its challenge. */
	readonly hash: string;
	readonly rows: readonly ApprovalRow[];
	/** How many more people must approve it. */
	readonly missing: number;
	/** Who wrote it last; `unknown` where history does not say. */
	readonly lastAuthors: readonly string[] | 'unknown';
}

/** Why this person may not approve this text now. */
export type ApprovalRefusal =
	| 'last-author'
	| 'translator'
	| 'approved-already'
	| 'has-problems'
	| 'wrong-proof'
	| 'unknown-key';

/** What `navigator.credentials.get` answered, in base64url. */
export interface PasskeyProof {
	readonly credential: string;
	readonly authenticatorData: string;
	readonly clientData: string;
	readonly signature: string;
}

/** What `navigator.credentials.create` answered, for `approvers.json`. */
export interface PasskeyRegistration {
	readonly name: string;
	readonly credential: string;
	/** SPKI of an ES256 key (`getPublicKey()`), in base64url. */
	readonly publicKey: string;
}

export interface ApproveRequest {
	readonly draft: string;
	readonly path: string;
	readonly revision: number;
	readonly name: string;
	readonly role: string;
	/** Absent: it counts, and is called unproved. */
	readonly proof?: PasskeyProof;
}

// --------------------------------------------------------------------------------------- dashboard

/** A field or a block that differs, word by word. */
export interface PartChange {
	/** As the compiler names it: `title`, `{#do}`. */
	readonly part: string;
	readonly words: WordChanges;
}

/** A text that the dashboard names. */
export interface TextRef {
	readonly path: string;
	/** `guide/car-stop` */
	readonly id: string;
	readonly lang: LanguageTag;
	readonly title: string;
}

export interface Dashboard {
	readonly today: string;
	readonly waiting: readonly (TextRef & { readonly missing: number })[];
	/** `parts`: what of the English changed; empty where only the whole is known. */
	readonly behind: readonly (TextRef & { readonly parts: readonly string[] })[];
	/** By day, the longest overdue first. */
	readonly pastReview: readonly (TextRef & { readonly reviewBy: string })[];
	readonly weak: readonly (TextRef & { readonly facts: readonly string[] })[];
	readonly alarms: readonly SourceAlarm[];
	readonly next: NextEdition;
	readonly drafts: readonly DraftInfo[];
	/** Change notes that no published edition has. */
	readonly notices: readonly TextRef[];
}

/** An open task of the watch. */
export interface SourceAlarm {
	readonly id: string;
	readonly source: string;
	readonly severity: 'high' | 'low' | 'unreadable' | 'new';
	readonly said: string;
	readonly openedOn: string;
}

/** What would be in the next edition, against the published one. */
export interface NextEdition {
	/** The published version; absent where none can be read. */
	readonly against?: number;
	readonly changed: readonly {
		readonly id: string;
		readonly lang: LanguageTag;
		readonly state: 'changed' | 'added' | 'withdrawn';
		readonly parts: readonly PartChange[];
	}[];
	/** Problems that stop a build. */
	readonly problems: number;
}

/** What "make the edition" shows: nothing is signed. */
export type MadeEdition =
	| { readonly state: 'has-problems'; readonly diagnostics: readonly EditorDiagnostic[] }
	| {
			readonly state: 'made';
			readonly articles: number;
			readonly languages: readonly {
				readonly lang: LanguageTag;
				/** Of its pack, compressed as phones get it. */
				readonly bytes: number;
				/** Of it, files that phones with the published edition do not have. */
				readonly newBytes: number;
			}[];
			/** Texts that fewer than two people have approved: a publisher with own keys is refused. */
			readonly unapproved: readonly TextRef[];
			/** What the key's holder runs. */
			readonly command: string;
	  };

// -------------------------------------------------------------------------------------- new article

/** The form for a new guide or directive. */
export interface NewArticle {
	readonly kind: 'guide' | 'directive';
	readonly slug: string;
	/** The fields of the front matter that the form asked for; others get what can be inferred. */
	readonly fields: Readonly<Record<string, JsonValue>>;
	readonly blocks: readonly {
		readonly anchor: string;
		readonly heading: string;
		/** With their markers. */
		readonly items: readonly string[];
	}[];
	/** Of a guide the directives it rests on, of a directive the guides that use it: both ends are written. */
	readonly links: readonly string[];
	/** Source files that are not there yet. */
	readonly newSources: readonly Readonly<Record<string, JsonValue>>[];
	/** The change note: its slug is made of the day and these words. */
	readonly note: {
		readonly what: string;
		readonly why: string;
		readonly doNow: string;
		readonly before: string;
		readonly importance: 'major' | 'minor';
	};
	/** Languages that get a file to translate. */
	readonly languages: readonly LanguageTag[];
}

export interface NewArticleResult {
	/** Files that were written into the draft. */
	readonly paths: readonly string[];
	/** What `edition:check` still says of them. Empty: it passes. */
	readonly diagnostics: readonly EditorDiagnostic[];
}

// ------------------------------------------------------------------------------------------- core

/**
 * All that the screens ask for. `draft` is the id of a draft; every reading method sees the content
 * with that draft's texts over it, and writes nothing.
 */
export interface EditorCore {
	/** Every text, for the list on the left. */
	listTexts(draft?: string): Promise<readonly TextRef[]>;
	readDocument(path: string, draft?: string): Promise<SourceDocument | undefined>;
	/** A text as if it stood in this file: for a preview while somebody types. */
	parseText(path: string, text: string, draft?: string): Promise<SourceDocument | undefined>;
	/** Pure: what the edit makes of the text. The page may show it before it is kept. */
	applyEdit(path: string, text: string, edit: Edit): Result<Edited, EditRefusal>;
	facts(query: string, draft?: string): Promise<readonly FactChoice[]>;

	/** Of one file, from a text in memory, each time a key is pressed. */
	checkFile(path: string, text: string, draft?: string): Promise<readonly EditorDiagnostic[]>;
	/** Of all files, in a thread of its own; only the newest of several calls is answered with `true`. */
	checkCorpus(
		revision: number,
		draft?: string
	): Promise<CheckResult & { readonly isNewest: boolean }>;

	listDrafts(): Promise<readonly DraftInfo[]>;
	startDraft(title: string, by: Editor): Promise<DraftInfo>;
	/** Deletes what is kept of it. Its commits stay. */
	dropDraft(draft: string): Promise<void>;
	openFile(draft: string, path: string): Promise<DraftFile | undefined>;
	keep(request: KeepRequest): Promise<KeepResult>;
	undo(draft: string, path: string, revision: number, by: string): Promise<KeepResult>;
	redo(draft: string, path: string, revision: number, by: string): Promise<KeepResult>;
	commit(draft: string, message: string, by: Editor): Promise<CommitResult>;
	push(draft: string): Promise<PushResult>;

	createArticle(draft: string, form: NewArticle, by: Editor): Promise<NewArticleResult>;

	approvals(path: string, draft?: string): Promise<ApprovalState | undefined>;
	approve(request: ApproveRequest): Promise<Result<KeepResult, ApprovalRefusal>>;
	/** Enters a key into `approvers.json` of the draft: the team sees it as a change like any other. */
	registerPasskey(
		draft: string,
		key: PasskeyRegistration,
		by: Editor
	): Promise<Result<KeepResult, 'not-es256' | 'known-key'>>;

	dashboard(draft?: string): Promise<Dashboard>;
	makeEdition(draft?: string): Promise<MadeEdition>;

	/** Ends the thread and gives up the lock of the folder. */
	close(): Promise<void>;
}
