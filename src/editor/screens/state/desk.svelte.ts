import { createContext } from 'svelte';
import type { EditorDiagnostic, Fix } from '../../core/contract/diagnostics.ts';
import type { ContestedText, DraftInfo, Editor, MergeChoice } from '../../core/contract/drafts.ts';
import { createSay, type Say, type Tongue } from '../words/say.ts';
import { mayCall } from '../../server/calls-of-roles.ts';
import { ask, type Answer, type CallName } from './ask.ts';
import { ServerLine } from './server-line.svelte.ts';

type Member = NonNullable<Answer<'who'>['member']>;

const KEPT_EDITOR = 'editor';
const KEPT_DRAFT = 'draft';
const KEPT_TONGUE = 'language';

/** Who sits at this screen, and what they work on: one for each tab. */
export class Desk {
	tongue = $state<Tongue>('en');
	editor = $state.raw<Editor>();
	draft = $state.raw<DraftInfo>();
	/** Who they are for the server; absent: somebody works alone, and says it themselves. */
	member = $state.raw<Member>();
	readonly say: Say = $derived(createSay(this.tongue, this.member !== undefined));
	readonly line = new ServerLine(ask, () => void this.#readMember());
	/** Asks the server, and waits for one that is not there. */
	readonly ask = this.line.ask;
	readonly #draftId = $derived(this.draft?.id);
	/** For whatever is read: the draft, if there is one. It is the same after each edit that is kept. */
	readonly inDraft: { readonly draft?: string } = $derived(
		this.#draftId === undefined ? {} : { draft: this.#draftId }
	);
	#starting: Promise<DraftInfo> | undefined;

	/** The language of this screen, which somebody chose here or has in their browser. */
	listen(): void {
		const kept = localStorage.getItem(KEPT_TONGUE) ?? navigator.language;
		this.tongue = kept.startsWith('es') ? 'es' : 'en';
	}

	/** Whether the server will do it for who sits here; alone, it does all. */
	may(call: CallName, path = ''): boolean {
		return this.member === undefined || mayCall(call, this.member, { path });
	}

	/** What one tap mends, of what the server does for who sits here: a fix may be in another text. */
	fixesOf({ fixes }: EditorDiagnostic): readonly Fix[] {
		return fixes.filter(({ path }) => this.may('keep', path)).slice(0, 2);
	}

	/** Reads what this browser kept, and what the computer knows of its user. */
	async open(): Promise<void> {
		this.listen();
		const who = await ask('who', {});
		const { name, email, role = 'editor' } = who.editor;
		const known = name !== undefined && email !== undefined ? { name, email, role } : undefined;
		this.member = who.member;
		this.editor = who.member ? known : (keptEditor() ?? known);
		const id = localStorage.getItem(KEPT_DRAFT);
		this.draft = id === null ? undefined : (await ask('drafts', {})).find((it) => it.id === id);
	}

	/** An owner may have changed what they may. */
	async #readMember(): Promise<void> {
		const who = await ask('who', {}).catch(() => undefined);
		// without an answer the screen goes on as it was: whatever it asks next says what is wrong
		if (who) this.member = who.member;
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
		this.#starting ??= this.ask('start-draft', { title, by: this.editor });
		const draft = await this.#starting.finally(() => (this.#starting = undefined));
		this.take(draft);
		return draft;
	}

	/** Whose edits these are. */
	get by(): string {
		return this.editor?.name ?? '';
	}

	/** Keeps a fix over what is kept of its text. `title`: of a draft that begins with it. */
	async mend({ path, edit }: Fix, title: string): Promise<void> {
		const { id: draft } = await this.ensureDraft(title);
		const { file } = await this.ask('open', { path, draft });
		const { by } = this;
		await this.ask('keep', { draft, path, revision: file?.revision ?? 0, edit, by });
	}

	/** Makes one text of two, if both are still those that were shown; and what is contested after that. */
	async settle(
		{ path, revision, theirs }: ContestedText,
		choices: readonly MergeChoice[]
	): Promise<{ readonly isSettled: boolean; readonly contested: readonly ContestedText[] }> {
		const draft = this.draft?.id;
		if (draft === undefined) return { isSettled: false, contested: [] };
		const asked = { draft, path, revision, theirs, choices: [...choices], by: this.by };
		const { state } = await this.ask('settle', asked);
		return { isSettled: state === 'settled', contested: await this.ask('contested', { draft }) };
	}

	/** What is in a draft has changed. */
	async refresh(): Promise<void> {
		const id = this.draft?.id;
		if (id !== undefined) this.take((await this.ask('drafts', {})).find((it) => it.id === id));
	}
}

function keptEditor(): Editor | undefined {
	const kept = localStorage.getItem(KEPT_EDITOR);
	// ours: written by `introduce`, at this address alone
	return kept === null ? undefined : (JSON.parse(kept) as Editor);
}

export const [getDesk, setDesk] = createContext<Desk>();
