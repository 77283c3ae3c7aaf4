import type { DocumentItem, FieldPath, JsonValue, Span } from './document.ts';

/**
 * One change of a document. Each is turned into replacements of pieces of its text, so that what it does
 * not name stays byte for byte.
 */
export type Edit =
	/** The whole text of an item, markers included. */
	| { readonly type: 'set-item'; readonly item: string; readonly source: string }
	/**
	 * Behind the item number `after` of the block; 0 puts it first. It is what its neighbour is, if no
	 * `kind` is said. `drawing`: of a step, where steps have one.
	 */
	| {
			readonly type: 'add-item';
			readonly block: string;
			readonly after: number;
			readonly source: string;
			readonly kind?: DocumentItem['kind'];
			readonly drawing?: string;
	  }
	/** Numbers of the list follow, and so do the drawings and the overview of a guide's steps. */
	| { readonly type: 'remove-item'; readonly item: string }
	/** `to`: the number it has then. */
	| { readonly type: 'move-item'; readonly item: string; readonly to: number }
	| { readonly type: 'set-heading'; readonly block: string; readonly heading: string }
	/** In the place that the model of its kind gives it. */
	| {
			readonly type: 'add-block';
			readonly block: string;
			readonly heading: string;
			readonly items: readonly string[];
	  }
	| { readonly type: 'remove-block'; readonly block: string }
	/** Adds the field if it is not there. */
	| { readonly type: 'set-field'; readonly path: FieldPath; readonly value: JsonValue }
	| { readonly type: 'remove-field'; readonly path: FieldPath }
	/** `at`: an offset in the item's `source`. An empty `facts` is `{practice}`. */
	| {
			readonly type: 'insert-marker';
			readonly item: string;
			readonly at: number;
			readonly facts: readonly string[];
	  }
	/** `marker`: which of the item's markers, from 0. Without `facts` it is taken out. */
	| {
			readonly type: 'set-marker';
			readonly item: string;
			readonly marker: number;
			readonly facts?: readonly string[];
	  }
	/** The source tab, and fixes: any piece of the text. */
	| { readonly type: 'replace-text'; readonly span: Span; readonly text: string }
	/** Several as one step of the undo list; each is of the text that those before it left. */
	| { readonly type: 'all'; readonly edits: readonly Edit[] };

/** A piece of the text before, and what stands there now. Changes of one edit never overlap. */
export interface TextChange {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/** What an edit did to a text, and what takes it back. */
export interface Edited {
	readonly text: string;
	readonly changes: readonly TextChange[];
	readonly undo: readonly TextChange[];
}

export type EditRefusal =
	| 'no-such-item'
	| 'no-such-block'
	| 'no-such-field'
	| 'has-such-block'
	| 'out-of-range'
	| 'broken'
	/** In a team: it says that somebody has approved or checked the text. */
	| 'attested';
