import type { FactConfidence } from '#lib/edition/vocabulary.ts';
import type { EditorDiagnostic } from './diagnostics.ts';

/** A page that was read, and is no source yet. */
export interface NewSource {
	readonly slug: string;
	readonly title: string;
	readonly publisher: string;
	readonly url: string;
	readonly type: string;
	/** Whether it is the original or a copy. */
	readonly copy: string;
	readonly grade: string;
	/** A day, a month or a year; empty where the document has none. */
	readonly docDate: string;
	/** The day on which it was read. */
	readonly retrievedOn: string;
}

/** A statement that nobody has entered yet, and what it rests on. */
export interface NewFact {
	/** The heading under which it stands: one that is there, or a new one. */
	readonly topic: string;
	readonly statement: string;
	/** The words of the source. */
	readonly quote: string;
	readonly confidence: FactConfidence;
	readonly note: string;
	/** The short name of a source that is there, or a new one. */
	readonly source: string | NewSource;
}

/** What a form for a fact chooses from. */
export interface FactChoices {
	readonly topics: readonly string[];
	readonly sources: readonly { readonly slug: string; readonly title: string }[];
	readonly today: string;
}

export type NewFactResult =
	| { readonly state: 'added'; readonly id: string }
	/** Nothing was written. */
	| { readonly state: 'has-problems'; readonly diagnostics: readonly EditorDiagnostic[] }
	| {
			readonly state: 'refused';
			readonly reason: 'no-such-source' | 'has-such-source' | 'topic-full';
	  };
