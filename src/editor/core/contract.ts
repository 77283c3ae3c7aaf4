/*
 * What the editor's screens and what is under them say to each other: types, and nothing that runs.
 * All of it but `EditorCore` is plain JSON, so that it may cross from the server to a page. Paths are
 * those of content files, below the content folder: `guides/car-stop/en.md`. Offsets count UTF-16 units
 * of the file's text as it is stored, and lines count from 1.
 */
import type { Result } from '#lib/edition/result.ts';
import type {
	ApprovalRefusal,
	ApprovalState,
	ApproveRequest,
	PasskeyRegistration
} from './contract/approvals.ts';
import type { BehindText, Dashboard, MadeEdition } from './contract/dashboard.ts';
import type { CheckResult, EditorDiagnostic } from './contract/diagnostics.ts';
import type { FactChoice, SourceDocument, TextRef } from './contract/document.ts';
import type {
	CommitResult,
	ContestedText,
	DraftFile,
	DraftInfo,
	Editor,
	KeepRequest,
	KeepResult,
	PushPlan,
	PushResult,
	SettleRequest,
	SettleResult
} from './contract/drafts.ts';
import type { Edit, EditRefusal, Edited } from './contract/edits.ts';
import type { FactChoices, NewFact, NewFactResult } from './contract/new-fact.ts';
import type { NewArticle, NewArticleResult } from './contract/new-article.ts';

import type {
	CheckedResult,
	TranslateRequest,
	TranslateResult,
	TranslationView
} from './contract/translations.ts';

/**
 * All that the screens ask for. `draft` is the id of a draft; every reading method sees the content
 * with that draft's texts over it, and writes nothing.
 */
export interface EditorCore {
	/** Every text, for the list on the left. */
	listTexts(draft?: string): Promise<readonly TextRef[]>;
	/** The texts that a draft has in the place of others, or beside them, by path. */
	draftTexts(draft?: string): Promise<ReadonlyMap<string, string>>;
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
	/** What keeps a version of the draft from being saved, with both texts. */
	contested(draft: string): Promise<readonly ContestedText[]>;
	/** Keeps what was chosen of two texts in the draft, made of the newer one from then on. */
	settle(request: SettleRequest): Promise<SettleResult>;
	planPush(draft: string): Promise<PushPlan>;
	push(draft: string): Promise<PushResult>;

	createArticle(draft: string, form: NewArticle, by: Editor): Promise<NewArticleResult>;

	/** What the form for a fact chooses from. */
	factChoices(draft?: string): Promise<FactChoices>;
	/** Writes a fact and its source, if the compiler finds nothing wrong with them. */
	createFact(draft: string, form: NewFact, by: Editor): Promise<NewFactResult>;

	/** What translators have before them, in all languages. */
	behind(draft?: string): Promise<readonly BehindText[]>;
	/** A translation beside its English; `undefined` for what is none. */
	translation(path: string, draft?: string): Promise<TranslationView | undefined>;
	/** Other words for one line, which is of the English of today from then on. */
	translate(request: TranslateRequest): Promise<TranslateResult>;
	/** Somebody who did not translate it has compared all of it with the English. */
	setChecked(draft: string, path: string, by: Editor): Promise<CheckedResult>;

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
