import type { EditorDiagnostic, Fix } from '../../core/contract/diagnostics.ts';
import type { SourceDocument } from '../../core/contract/document.ts';
import type { DraftFile, KeepResult } from '../../core/contract/drafts.ts';
import type { Edit } from '../../core/contract/edits.ts';
import type { PreviewedArticle } from '../../preview/preview-article.ts';
import type { Seen } from '../../server/create-calls.ts';
import { ask, Refused } from './ask.ts';
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
	/** Rises when fields must take the text of the server: after an undo, a fix, another editor. */
	version = $state(0);
	#ofFile = $state.raw<readonly EditorDiagnostic[]>([]);
	#ofAll = $state.raw<readonly EditorDiagnostic[]>([]);
	readonly #pending: Pending[] = [];
	/** What the server was sent and has not answered. */
	#sent: readonly Pending[] = [];
	/** What stands in the text view, if it is newer than what is kept. */
	#typed = $state.raw<string>();
	#isRunning = false;
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
		const draft = this.#desk.draft?.id;
		const { file, seen } = await ask('open', { path: this.path, ...(draft && { draft }) });
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
		return [...this.#sent, ...this.#pending].some(
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
		return this.#typed ?? this.document?.text ?? '';
	}

	/** What one tap mends, in this file or in another one. */
	async mend({ path, edit }: Fix): Promise<void> {
		if (path === this.path) return this.edit(edit);
		const { id: draft } = await this.#desk.ensureDraft(this.#title);
		const { file } = await ask('open', { path, draft });
		await ask('keep', { draft, path, revision: file?.revision ?? 0, edit, by: this.#by });
		if (this.document) this.#check(this.document.text);
	}

	undo = (): Promise<void> => this.#step('undo');
	redo = (): Promise<void> => this.#step('redo');

	/** Whose text it shall be, after somebody else wrote meanwhile. */
	async settle(choice: 'theirs' | 'yours'): Promise<void> {
		const { conflict } = this;
		if (!conflict) return;
		this.conflict = undefined;
		this.file = conflict.theirs;
		const text = conflict.yours;
		if (choice === 'theirs' || text === undefined) {
			this.#pending.length = 0;
			this.#typed = undefined;
			return this.open();
		}
		const span = { from: 0, to: conflict.theirs.text.length };
		// what was typed since is of that text, and comes behind it
		this.#pending.unshift({ edit: { type: 'replace-text', span, text }, isTyped: false });
		void this.#run();
	}

	async #run(): Promise<void> {
		if (this.#isRunning || this.conflict) return;
		this.#isRunning = true;
		this.state = 'saving';
		let next: Pending | undefined;
		try {
			for (next = this.#next(); next; next = this.conflict ? undefined : this.#next()) {
				const { id: draft } = await this.#desk.ensureDraft(this.#title);
				const { path, revision } = this;
				const by = this.#by;
				const answer = await ask('keep', { draft, path, revision, edit: next.edit, by });
				this.#take(answer, next.isTyped);
			}
		} catch (error) {
			this.#sent = [];
			// the server is gone: the next edit brings this one, too; what it refuses, it refuses again
			if (next && !(error instanceof Refused)) this.#pending.unshift(next);
			// the text stays in its field, and the screen says so
			this.state = 'failed';
		} finally {
			this.#isRunning = false;
		}
	}

	/** All that waits, as one edit. */
	#next(): Pending | undefined {
		this.#sent = [...this.#pending];
		const [first, ...others] = this.#pending.splice(0);
		if (first) {
			const edits = [first, ...others].map(({ edit }) => edit);
			const isTyped = [first, ...others].every((it) => it.isTyped);
			return others.length > 0 ? { edit: { type: 'all', edits }, isTyped } : first;
		}
		const [typed, stored] = [this.#typed, this.document?.text];
		if (typed === undefined || stored === undefined || typed === stored) return undefined;
		return { edit: replacement(stored, typed), isTyped: true };
	}

	async #step(way: 'undo' | 'redo'): Promise<void> {
		const draft = this.#desk.draft?.id;
		if (draft === undefined || this.#isRunning) return;
		const { path, revision } = this;
		this.#take(await ask(way, { draft, path, revision, by: this.#by }), false);
	}

	#take(
		{ kept, seen }: { readonly kept: KeepResult; readonly seen?: Seen },
		isTyped: boolean
	): void {
		this.#sent = [];
		if (kept.state === 'conflict') {
			this.conflict = kept;
			return;
		}
		if (kept.state === 'refused') {
			// the text has become another one meanwhile
			void this.open();
			return;
		}
		this.file = kept.file;
		this.#show(seen);
		if (!isTyped) {
			this.version += 1;
			this.#typed = undefined;
		}
		if (this.#pending.length === 0) this.state = 'saved';
		this.#check(kept.file.text);
	}

	#show(seen: Seen | undefined): void {
		this.document = seen?.document;
		this.isBehind = seen !== undefined && seen.preview === undefined;
		this.preview = seen?.preview ?? this.preview;
	}

	#check(text: string): void {
		const draft = this.#desk.draft?.id;
		const of = draft === undefined ? {} : { draft };
		const number = (this.#checks += 1);
		const isOvertaken = (): boolean => number !== this.#checks;
		// where the server is gone, what it said last stays: the next edit finds out, and says so
		const asBefore = (): void => {};
		void ask('check', { path: this.path, text, ...of }).then((found) => {
			if (!isOvertaken()) this.#ofFile = found;
		}, asBefore);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			void ask('check-all', of).then(({ diagnostics, isNewest }) => {
				if (isNewest && !isOvertaken()) this.#ofAll = diagnostics;
			}, asBefore);
		}, QUIET_MS);
	}

	get #title(): string {
		const title = this.document?.fields.find(({ name }) => name === 'title')?.value;
		return typeof title === 'string' ? title : this.path;
	}

	get #by(): string {
		return this.#desk.editor?.name ?? '';
	}
}

const isSame = (a: EditorDiagnostic, b: EditorDiagnostic): boolean =>
	a.line === b.line && a.problem === b.problem;

/** The one piece in which two texts differ. */
function replacement(before: string, after: string): Edit {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	const span = { from: start, to: before.length - end };
	return { type: 'replace-text', span, text: after.slice(start, after.length - end) };
}
