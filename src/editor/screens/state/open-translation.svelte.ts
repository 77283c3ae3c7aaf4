import type { Fix } from '../../core/contract/diagnostics.ts';
import type { ContestedText, MergeChoice } from '../../core/contract/drafts.ts';
import type { TranslatedLine, TranslationView } from '../../core/contract/translations.ts';
import type { Word } from '../words/say.ts';
import { Refused } from './ask.ts';
import type { Desk } from './desk.svelte.ts';

/** A line that two people wrote at the same time. */
interface Conflict {
	readonly line: string;
	readonly by: string;
	readonly yours: string;
	readonly theirs: string;
}

/**
 * One translation beside its English. Lines go to the server one after another, each by itself; what comes
 * back is shown.
 */
export class OpenTranslation {
	readonly path: string;
	readonly #desk: Desk;
	state = $state<'opening' | 'absent' | 'saved' | 'saving' | 'failed'>('opening');
	view = $state.raw<TranslationView>();
	conflict = $state.raw<Conflict>();
	/** Lines that would not be read as they are written, with the compiler's words. */
	refused = $state.raw<Readonly<Record<string, string>>>({});
	/** What came of the wish to have it checked. */
	said = $state.raw<Word>();
	/** Rises with each line that is kept. */
	revision = $state(0);
	/** What keeps a version of the draft from being saved: this text, or others of it. */
	contested = $state.raw<readonly ContestedText[]>([]);
	/** Rises when fields must take the words of the server. */
	version = $state(0);
	/** The newest words of each line that waits. */
	#pending: readonly (readonly [line: string, words: string])[] = [];
	#sent: string | undefined;
	#isRunning = false;

	constructor(path: string, desk: Desk) {
		this.path = path;
		this.#desk = desk;
	}

	readonly behind: readonly TranslatedLine[] = $derived(
		(this.view?.lines ?? []).filter(({ state }) => state !== 'same')
	);

	async open(): Promise<void> {
		const view = await this.#desk.ask('translation', { path: this.path, ...this.#desk.inDraft });
		this.view = view ?? undefined;
		this.version += 1;
		this.state = view ? 'saved' : 'absent';
	}

	/** Other words for a line, or the same ones: then it was read again. */
	write(line: string, words: string): void {
		this.#pending = [...this.#pending.filter(([it]) => it !== line), [line, words]];
		void this.#run();
	}

	/** What is in the field of this line is newer than what the server says of it. */
	isWaiting = (line: string): boolean =>
		this.#sent === line || this.#pending.some(([it]) => it === line);

	settle(choice: 'theirs' | 'yours'): void {
		const { conflict } = this;
		this.conflict = undefined;
		this.version += 1;
		if (conflict && choice === 'yours') this.write(conflict.line, conflict.yours);
		else void this.#run();
	}

	async mend(fix: Fix): Promise<void> {
		await this.#desk.mend(fix, this.#title);
		await this.open();
	}

	/** Makes one text of two; whether both were still those that were shown. */
	async merge(text: ContestedText, choices: readonly MergeChoice[]): Promise<boolean> {
		const { isSettled, contested } = await this.#desk.settle(text, choices);
		this.contested = contested;
		await this.open();
		return isSettled;
	}

	async setChecked(): Promise<void> {
		const { editor } = this.#desk;
		if (!editor) return;
		const { id: draft } = await this.#desk.ensureDraft(this.#title);
		const result = await this.#desk.ask('set-checked', { draft, path: this.path, by: editor });
		if (result.state === 'kept') {
			this.view = result.view;
			this.revision += 1;
		}
		this.said = result.state === 'kept' ? 'tr_checked_done' : CHECK_REFUSED[result.reason];
	}

	async #run(): Promise<void> {
		if (this.#isRunning || this.conflict) return;
		this.#isRunning = true;
		this.state = 'saving';
		try {
			for (let next = this.#next(); next; next = this.conflict ? undefined : this.#next()) {
				await this.#send(...next);
			}
			this.state = 'saved';
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			// what the server refuses, it refuses again: the words stay where they were typed
			this.state = 'failed';
		} finally {
			this.#isRunning = false;
		}
	}

	async #send(line: string, words: string): Promise<void> {
		const { id: draft } = await this.#desk.ensureDraft(this.#title);
		const was = this.view?.lines.find(({ id }) => id === line)?.target ?? '';
		const request = { draft, path: this.path, line, was, words, by: this.#desk.by };
		const result = await this.#desk.ask('translate', request);
		this.#sent = undefined;
		this.said = undefined;
		const { [line]: _before, ...others } = this.refused;
		this.refused = others;
		if (result.state === 'refused') {
			this.refused = { ...others, [line]: result.said };
			return;
		}
		this.view = result.view;
		if (result.state === 'kept') this.revision += 1;
		if (result.state !== 'conflict') return;
		const theirs = result.view.lines.find(({ id }) => id === line)?.target ?? '';
		this.conflict = { line, by: result.by, yours: words, theirs };
	}

	#next(): readonly [line: string, words: string] | undefined {
		const [next, ...others] = this.#pending;
		if (!next) return undefined;
		this.#pending = others;
		this.#sent = next[0];
		return next;
	}

	get #title(): string {
		return this.view ? `${this.view.title}, ${this.view.lang}` : this.path;
	}
}

const CHECK_REFUSED = {
	own: 'tr_check_own',
	unfinished: 'tr_check_unfinished',
	'not-there': 'refused_other'
} as const;
