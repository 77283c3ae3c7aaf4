import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { EditorDiagnostic } from './diagnostics.ts';
import type { PartChange, TextRef } from './document.ts';
import type { DraftInfo } from './drafts.ts';

export interface Dashboard {
	readonly today: string;
	readonly waiting: readonly (TextRef & { readonly missing: number })[];
	readonly behind: readonly BehindText[];
	/** By day, the longest overdue first. */
	readonly pastReview: readonly (TextRef & { readonly reviewBy: string })[];
	readonly weak: readonly (TextRef & { readonly facts: readonly string[] })[];
	/** Absent: nobody has said where the watch over sources keeps what it found. */
	readonly alarms?: readonly SourceAlarm[];
	readonly next: NextEdition;
	readonly drafts: readonly DraftInfo[];
	/** Change notes that no published edition has. */
	readonly notices: readonly (TextRef & { readonly notify: 'none' | 'routine' | 'critical' })[];
}

/** A translation that is not of the English as it is. */
export interface BehindText extends TextRef {
	/** What of the English changed; empty where only the whole is known. */
	readonly parts: readonly string[];
}

/** An open task of the watch, or a file of its tasks that cannot be read. */
export interface SourceAlarm {
	readonly id: string;
	/** Its title, or the name of a document that is no source yet, or of the file. */
	readonly source: string;
	/** Its file; absent where there is none. */
	readonly path?: string;
	/** Where it can be read. */
	readonly url?: string;
	readonly severity: 'high' | 'low' | 'unreadable' | 'new';
	readonly said: string;
	/** What was found, in lines. */
	readonly details: readonly string[];
	/** Absent where the task cannot be read. */
	readonly openedOn?: string;
}

/** What would be in the next edition, against the published one. */
export interface NextEdition {
	/** The published version; absent where none can be read. */
	readonly against?: number;
	readonly changed: readonly {
		readonly id: string;
		readonly lang: LanguageTag;
		readonly state: 'changed' | 'added' | 'withdrawn';
		readonly parts: readonly PartChange[];
	}[];
	/** Problems that stop a build. */
	readonly problems: number;
}

/** What "make the edition" shows: nothing is signed. */
export type MadeEdition =
	| { readonly state: 'has-problems'; readonly diagnostics: readonly EditorDiagnostic[] }
	| {
			readonly state: 'made';
			readonly articles: number;
			readonly languages: readonly {
				readonly lang: LanguageTag;
				/** Of its pack, compressed as phones get it. */
				readonly bytes: number;
				/** Of it, files that phones with the published edition do not have. */
				readonly newBytes: number;
			}[];
			/** Texts that fewer than two people have approved: a publisher with own keys is refused. */
			readonly unapproved: readonly TextRef[];
			/** What the key's holder runs. */
			readonly command: string;
	  };
