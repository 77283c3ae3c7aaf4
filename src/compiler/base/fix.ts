/** What a fix is, for a button: what will stand there is in `to`. */
export type FixCode =
	| 'replace'
	| 'delete'
	| 'add'
	| 'fill-hash'
	| 'set-date'
	| 'add-source'
	| 'remove-source'
	| 'reorder'
	| 'mark-practice'
	| 'straighten-quotes'
	| 'normalize';

export type FixValue =
	string | boolean | null | readonly FixValue[] | { readonly [name: string]: FixValue };

/** Names and positions in a front matter from the top: `['sources', 2]`. */
export type FixPath = readonly (string | number)[];

/** What is replaced, where, and by what. */
export type FixChange =
	/** Words of the line of the diagnostic, the first time that they stand there. */
	| { readonly in: 'line'; readonly from: string; readonly to: string }
	/** A field or a part of one. Without a value it is taken out. */
	| { readonly in: 'field'; readonly path: FixPath; readonly value?: FixValue }
	/** One name more in a list. */
	| {
			readonly in: 'list';
			readonly field: string;
			readonly name: string;
			readonly isFirst: boolean;
	  }
	/** A day: the newest that a document of these sources has. */
	| { readonly in: 'day'; readonly field: string; readonly sources: readonly string[] }
	/** All fact markers of the paragraph or item at the line, in their order: `{8.05, 10.32}`. */
	| { readonly in: 'markers'; readonly markers: readonly string[] }
	/** The blocks of the body, by their anchors. */
	| { readonly in: 'blocks'; readonly order: readonly string[] }
	/** A block that the English has, in its words: to be translated. */
	| { readonly in: 'stub'; readonly anchor: string }
	/** What a translation is of, as `edition:hash -- --write` fills it in. */
	| { readonly in: 'hashes' };

/** What mends a problem, where the check that found it knows the remedy. */
export interface Fix {
	readonly code: FixCode;
	readonly to: string;
	/** Another file, as diagnostics name it. */
	readonly file?: string;
	readonly change: FixChange;
}

/** Other words in the line of the diagnostic. */
export const inLine = (from: string, to: string, code: FixCode = 'replace'): Fix => ({
	code,
	to,
	change: { in: 'line', from, to }
});

/** Another value of a field. */
export const setTo = (path: FixPath, value: FixValue, code: FixCode = 'replace'): Fix => ({
	code,
	to: shown(value),
	change: { in: 'field', path, value }
});

function shown(value: FixValue): string {
	if (Array.isArray(value)) return value.map(shown).join(', ');
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A field, or a part of one, that must not be there. */
export const takeOut = (path: FixPath, name: string): Fix => ({
	code: 'delete',
	to: name,
	change: { in: 'field', path }
});

/** A name in a list of another file, which should name this one. */
export const nameIn = (file: string, field: string, name: string): Fix => ({
	code: 'add',
	to: name,
	file,
	// of change notes the newest stands first
	change: { in: 'list', field, name, isFirst: field === 'changes' }
});
