import type { Edit, EditRefusal } from './edits.ts';

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
	| { readonly state: 'nothing-changed' | 'no-repository' }
	/** The branch has a newer commit by somebody else. */
	| { readonly state: 'conflict'; readonly by: string; readonly paths: readonly string[] };

export type PushResult =
	| { readonly state: 'pushed'; readonly remote: string }
	| { readonly state: 'no-git' | 'no-remote' }
	| { readonly state: 'failed'; readonly said: string };
