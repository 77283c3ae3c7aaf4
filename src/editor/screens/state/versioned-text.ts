import type { ContestedText, MergeChoice } from '../../core/contract/drafts.ts';

/** A text or a translation that is open, as far as versions of its draft go. */
export interface VersionedText {
	readonly state: string;
	/** Rises with each edit that is kept. */
	readonly revision: number;
	/** What keeps a version from being saved: this text, or others of the draft. */
	contested: readonly ContestedText[];
	/** Makes one text of two; whether both were still those that were shown. */
	readonly merge: (text: ContestedText, choices: readonly MergeChoice[]) => Promise<boolean>;
}
