import type { FixCode } from '../../../compiler/base/fix.ts';
import type { Edit } from './edits.ts';

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
	readonly code: FixCode;
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
