import type { EditorDiagnostic, Fix } from '../../core/contract/diagnostics.ts';
import type { SourceDocument } from '../../core/contract/document.ts';
import type {
	ContestedText,
	DraftFile,
	KeepResult,
	MergeChoice
} from '../../core/contract/drafts.ts';
import type { Edit } from '../../core/contract/edits.ts';
import { changesBetween } from '../../core/edits/text-changes.ts';
import type { PreviewedArticle } from '../../preview/preview-article.ts';
import type { Seen } from '../../server/create-calls.ts';
import type { Desk } from './desk.svelte.ts';

/** Nobody has typed for so long: then all files are checked. */
const QUIET_MS = 1200;

interface Pending {
	readonly edit: Edit;
	readonly isTyped: boolean;
}

type Conflict = Extract<KeepResult, { state: 'conflict' }>;

/**
 * One text on the screen. Edits go to the server one after another; what comes back is shown. Nothing is
 * kept here that is not there, so a tab that is closed loses at most the last key.
 */
export class OpenText {
	readonly path: string;
	readonly #desk: Desk;
	state = $state<'opening' | 'absent' | 'saved' | 'saving' | 'failed'>('opening');
	document = $state.raw<SourceDocument>();
	preview = $state.raw<PreviewedArticle>();
	/** The preview is of an earlier text: this one cannot be shown. */
	isBehind = $state(false);
	file = $state.raw<DraftFile>();
	conflict = $state.raw<Conflict>();
	/** What was typed here while somebody else wrote, for who takes theirs and copies from it. */
	toCopy = $state.raw<string>();
	/** What keeps a version of the draft from being saved: this text, or others of it. */
	contested = $state.raw<readonly ContestedText[]>([]);
	/** Rises when fields must take the text of the server: after an undo, a fix, another editor. */
	version = $state(0);
	#ofFile = $state.raw<readonly EditorDiagnostic[]>([]);
	#ofAll = $state.raw<readonly EditorDiagnostic[]>([]);
	readonly #pending: Pending[] = [];
	/** What the server was sent and has not answered. */
	#sent: readonly Pending[] = [];
	/** What the server did not take, because somebody else had written. */
	#contested: readonly Pending[] = [];
	/** What stands in the text view, if it is newer than what is kept. */
	#typed = $state.raw<string>();
	#running: Promise<void> | undefined;
	#checks = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(path: string, desk: Desk) {
		this.path = path;
		this.#desk = desk;
	}

	/** Of this file: what this text alone shows first, then what only all files together show. */
	readonly diagnostics: readonly EditorDiagnostic[] = $derived.by(() => {
		const own = this.#ofFile;
		const isKnown = (it: EditorDiagnostic): boolean => own.some((known) => isSame(known, it));
		return [...own, ...this.#ofAll.filter((it) => it.path === this.path && !isKnown(it))];
	});

	readonly elsewhere: readonly EditorDiagnostic[] = $derived(
		this.#ofAll.filter(({ path, severity }) => path !== this.path && severity === 'problem')
	);

	get revision(): number {
		return this.file?.revision ?? 0;
	}

	async open(): Promise<void> {
		const { path } = this;
		const { file, seen } = await this.#desk.ask('open', { path, ...this.#desk.inDraft });
		this.file = file;
		this.#show(seen);
		this.version += 1;
		this.state = seen ? 'saved' : 'absent';
		if (seen) this.#check(seen.document.text);
	}

	/** `isTyped`: the field that it came from shows it already. */
	edit(edit: Edit, { isTyped = false } = {}): void {
		const last = this.#pending.at(-1)?.edit;
		const isOfSame =
			edit.type === 'set-item' && last?.type === 'set-item' && last.item === edit.item;
		if (isOfSame) this.#pending.pop();
		this.#pending.push({ edit, isTyped });
		void this.#run();
	}

	/** What is in the field of this item is newer than what the server says of it. */
	isWaiting(item: string): boolean {
		return [...this.#contested, ...this.#sent, ...this.#pending].some(
			({ edit }) => edit.type === 'set-item' && edit.item === item
		);
	}

	/** The text view: the whole text as it is there, of which only what differs is replaced. */
	editSource(typed: string): void {
		this.#typed = typed;
		void this.#run();
	}

	/** The text as it is on the screen. */
	get source(): string {
		return this.#typed ?? this.conflict?.yours ?? this.document?.text ?? '';
	}

	/** What one tap mends, in this file or in another one. */
	async mend(fix: Fix): Promise<void> {
		if (fix.path === this.path) return this.edit(fix.edit);
		await this.#desk.mend(fix, this.#title);
		if (this.document) this.#check(this.document.text);
	}

	undo = (): Promise<void> => this.#step('undo');
	redo = (): Promise<void> => this.#step('redo');

	/** Whose text it shall be, after somebody else wrote meanwhile. */
	async settle(choice: 'theirs' | 'yours' | 'both'): Promise<void> {
		// the last keys are on their way, and belong to one of the two texts
		await this.#running;
		const { conflict } = this;
		if (!conflict) return;
		this.conflict = undefined;
		this.#contested = [];
		this.file = conflict.theirs;
		const text = this.#typed ?? conflict.yours;
		this.#typed = undefined;
		if (choice === 'both') this.toCopy = text;
		if (choice !== 'yours' || text === undefined) return this.open();
		const span = { from: 0, to: conflict.theirs.text.length };
		this.#pending.unshift({ edit: { type: 'replace-text', span, text }, isTyped: false });
		void this.#run();
	}

	/** Makes one text of two; whether both were still those that were shown. */
	async merge(text: ContestedText, choices: readonly MergeChoice[]): Promise<boolean> {
		// the last keys are on their way, and make the text another one
		await this.#running;
		const { isSettled, contested } = await this.#desk.settle(text, choices);
		this.contested = contested;
		if (text.path === this.path) await this.open();
		return isSettled;
	}

	#run(): Promise<void> {
		this.#running ??= this.#sendAll().finally(() => {
			this.#running = undefined;
			if (this.#pending.length > 0) void this.#run();
		});
		return this.#running;
	}

	async #sendAll(): Promise<void> {
		this.state = 'saving';
		try {
			for (let next = this.#next(); next; next = this.#next()) {
				const { id: draft } = await this.#desk.ensureDraft(this.#title);
				const { path, revision } = this;
				const { by } = this.#desk;
				const seen = revision === 0 ? (this.file?.text ?? this.document?.text) : undefined;
				const request = { draft, path, revision, edit: next.edit, by, ...(seen && { seen }) };
				this.#take(await this.#desk.ask('keep', request, { mayFail: true }), next.isTyped);
			}
		} catch {
			this.#sent = [];
			// what the server refuses, it refuses again: the text stays in its field, and the screen says so
			this.state = 'failed';
		}
	}

	/** All that waits, as one edit. What is contested goes with it: the server answers what all of it would make. */
	#next(): Pending | undefined {
		const typed = this.#ofTextView();
		// the whole text as it stands there, with all that was contested before
		const all = typed ? [typed] : [...this.#contested, ...this.#pending];
		if (!typed && this.#pending.length === 0) return undefined;
		if (!typed) this.#pending.length = 0;
		this.#sent = all;
		const [first, ...others] = all;
		if (!first || others.length === 0) return first;
		const edits = all.map(({ edit }) => edit);
		return { edit: { type: 'all', edits }, isTyped: all.every((it) => it.isTyped) };
	}

	/** What the text view has, and the server does not know. */
	#ofTextView(): Pending | undefined {
		const [typed, stored] = [this.#typed, this.document?.text];
		if (typed === undefined || stored === undefined || typed === this.conflict?.yours) return;
		const [change] = changesBetween(stored, typed);
		if (!change) return undefined;
		const { from, to, text } = change;
		return { edit: { type: 'replace-text', span: { from, to }, text }, isTyped: true };
	}

	async #step(way: 'undo' | 'redo'): Promise<void> {
		// what was typed just now is what is taken back
		await this.#running;
		const draft = this.#desk.draft?.id;
		if (draft === undefined || this.conflict) return;
		const { path, revision } = this;
		this.#take(await this.#desk.ask(way, { draft, path, revision, by: this.#desk.by }), false);
	}

	#take(
		{ kept, seen }: { readonly kept: KeepResult; readonly seen?: Seen },
		isTyped: boolean
	): void {
		const sent = this.#sent;
		this.#sent = [];
		if (kept.state === 'conflict') {
			this.#contest(kept, sent);
			return;
		}
		if (kept.state === 'refused') {
			// the text has become another one meanwhile
			void this.open();
			return;
		}
		this.file = kept.file;
		this.#show(seen);
		// it is kept, and what comes from the fields is of a newer text
		if (this.#typed === kept.file.text) this.#typed = undefined;
		if (!isTyped) this.version += 1;
		if (this.#pending.length === 0) this.state = 'saved';
		this.#check(kept.file.text);
	}

	#contest(kept: Conflict, sent: readonly Pending[]): void {
		// asked again after an answer that was lost: it is there already
		if (kept.yours === kept.theirs.text) {
			this.conflict = undefined;
			this.#contested = [];
			void this.open();
			return;
		}
		this.#contested = sent;
		// the text that this tab began with may be gone from the server; what was typed is not
		const yours = kept.yours ?? this.#typed ?? this.conflict?.yours;
		this.conflict = yours === undefined ? kept : { ...kept, yours };
	}

	#show(seen: Seen | undefined): void {
		this.document = seen?.document;
		this.isBehind = seen !== undefined && seen.preview === undefined;
		this.preview = seen?.preview ?? this.preview;
	}

	#check(text: string): void {
		const of = this.#desk.inDraft;
		const number = (this.#checks += 1);
		const isOvertaken = (): boolean => number !== this.#checks;
		void this.#desk.ask('check', { path: this.path, text, ...of }).then((found) => {
			if (!isOvertaken()) this.#ofFile = found;
		});
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			void this.#desk.ask('check-all', of).then(({ diagnostics, isNewest }) => {
				if (isNewest && !isOvertaken()) this.#ofAll = diagnostics;
			});
		}, QUIET_MS);
	}

	get #title(): string {
		const title = this.document?.fields.find(({ name }) => name === 'title')?.value;
		return typeof title === 'string' ? title : this.path;
	}
}

const isSame = (a: EditorDiagnostic, b: EditorDiagnostic): boolean =>
	a.line === b.line && a.problem === b.problem;
