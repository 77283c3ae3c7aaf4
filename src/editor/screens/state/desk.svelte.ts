import { createContext } from 'svelte';
import type { DraftInfo, Editor } from '../../core/contract/drafts.ts';
import { createSay, type Say, type Tongue } from '../words/say.ts';
import { ask } from './ask.ts';

const KEPT_EDITOR = 'editor';
const KEPT_DRAFT = 'draft';
const KEPT_TONGUE = 'language';

/** Who sits at this screen, and what they work on: one for each tab. */
export class Desk {
	tongue = $state<Tongue>('en');
	editor = $state.raw<Editor>();
	draft = $state.raw<DraftInfo>();
	readonly say: Say = $derived(createSay(this.tongue));
	#starting: Promise<DraftInfo> | undefined;

	/** Reads what this browser kept, and what the computer knows of its user. */
	async open(): Promise<void> {
		const kept = localStorage.getItem(KEPT_TONGUE) ?? navigator.language;
		this.tongue = kept.startsWith('es') ? 'es' : 'en';
		const { editor } = await ask('who', {});
		const { name, email, role = 'editor' } = editor;
		const known = name !== undefined && email !== undefined ? { name, email, role } : undefined;
		this.editor = keptEditor() ?? known;
		const id = localStorage.getItem(KEPT_DRAFT);
		this.draft = id === null ? undefined : (await ask('drafts', {})).find((it) => it.id === id);
	}

	speak(tongue: Tongue): void {
		this.tongue = tongue;
		localStorage.setItem(KEPT_TONGUE, tongue);
	}

	introduce(editor: Editor): void {
		this.editor = editor;
		localStorage.setItem(KEPT_EDITOR, JSON.stringify(editor));
	}

	take(draft: DraftInfo | undefined): void {
		this.draft = draft;
		if (draft) localStorage.setItem(KEPT_DRAFT, draft.id);
		else localStorage.removeItem(KEPT_DRAFT);
	}

	/** The draft that is worked on; the first change of an article begins one. */
	async ensureDraft(title: string): Promise<DraftInfo> {
		if (this.draft) return this.draft;
		if (!this.editor) throw new Error('Nobody has said who they are');
		this.#starting ??= ask('start-draft', { title, by: this.editor });
		const draft = await this.#starting.finally(() => (this.#starting = undefined));
		this.take(draft);
		return draft;
	}

	/** What is in a draft has changed. */
	async refresh(): Promise<void> {
		const id = this.draft?.id;
		if (id !== undefined) this.take((await ask('drafts', {})).find((it) => it.id === id));
	}
}

function keptEditor(): Editor | undefined {
	const kept = localStorage.getItem(KEPT_EDITOR);
	// ours: written by `introduce`, at this address alone
	return kept === null ? undefined : (JSON.parse(kept) as Editor);
}

export const [getDesk, setDesk] = createContext<Desk>();
