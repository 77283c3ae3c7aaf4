import type { PartChange } from './document.ts';
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
	/** Of revision 0: the text that its writer saw. The folder may have another one since. */
	readonly seen?: string;
}

export type KeepResult =
	| { readonly state: 'kept'; readonly file: DraftFile }
	/** Somebody else wrote since: both texts, and who it was. Nothing of either is lost. */
	| {
			readonly state: 'conflict';
			readonly theirs: DraftFile;
			/** What the refused edit would have made; absent if it no longer fits the text it was made for. */
			readonly yours?: string;
			/** Where the two differ, word by word: yours before, theirs after. */
			readonly parts?: readonly PartChange[];
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

/** A piece of a text that two have changed. */
export type MergePiece =
	| { readonly text: string }
	/** Each has something else there. `isAdded`: nothing stood there before, so that both can stay. */
	| { readonly yours: string; readonly theirs: string; readonly isAdded: boolean };

export type MergeChoice = 'yours' | 'theirs' | 'both';

/** A text of which a draft and the branch that its version would go to have different ones. */
export interface ContestedText {
	readonly path: string;
	/** Of the draft's text. */
	readonly revision: number;
	/** Who saved the other one. */
	readonly by: string;
	/** Names the other text: choices are of these two alone. */
	readonly theirs: string;
	readonly pieces: readonly MergePiece[];
}

export interface SettleRequest {
	readonly draft: string;
	readonly path: string;
	readonly revision: number;
	/** The name of the other text, as it was shown. */
	readonly theirs: string;
	/** One for each piece that has two. */
	readonly choices: readonly MergeChoice[];
	readonly by: string;
}

/** `overtaken`: one of the two has changed since, and the choices were of others. */
export type SettleResult = { readonly state: 'settled' | 'overtaken' };

export type PushResult =
	| { readonly state: 'pushed'; readonly remote: string }
	| { readonly state: 'no-git' | 'no-remote' }
	| {
			readonly state: 'failed';
			/** `remote-ahead`: somebody else has sent to this branch; it is not written over. */
			readonly reason: 'remote-ahead' | 'not-allowed' | 'unreachable' | 'other';
			/** Git's own words. */
			readonly said: string;
	  };

/** What would be sent. */
export type PushPlan =
	| {
			readonly state: 'ready';
			readonly remote: string;
			/** Without the secrets that may be in it. */
			readonly url: string;
			readonly branch: string;
			/** The newest first. */
			readonly commits: readonly { readonly by: string; readonly what: string }[];
	  }
	| { readonly state: 'no-git' | 'no-remote' | 'nothing' };
