import type { ArticleKind } from '../read/corpus.ts';

/** What a block of an article may hold: src/content/README.md, “The body of an article”. */
export interface BlockModel {
	readonly anchor: string;
	readonly isRequired: boolean;
	/** A list only, of this kind; otherwise paragraphs and lists. */
	readonly list?: 'ordered' | 'bullets';
	/** Least and most items. */
	readonly items?: readonly [least: number, most: number];
}

/** In the order in which they stand. */
export const BLOCK_MODELS: Readonly<Record<ArticleKind, readonly BlockModel[]>> = {
	guide: [
		{ anchor: 'do', isRequired: true, list: 'ordered', items: [3, 7] },
		{ anchor: 'say', isRequired: false, list: 'bullets', items: [1, 4] },
		{ anchor: 'call', isRequired: true, list: 'bullets', items: [1, 3] },
		{ anchor: 'dont', isRequired: false, list: 'bullets', items: [1, 3] },
		{ anchor: 'if-wrong', isRequired: false, list: 'bullets', items: [1, 6] },
		// captions of a drawing: three for a judge's warrant, three for an ICE form, from the top
		{ anchor: 'papers', isRequired: false, list: 'ordered', items: [6, 6] },
		{ anchor: 'why', isRequired: true },
		{ anchor: 'unconfirmed', isRequired: false }
	],
	directive: [
		{ anchor: 'short', isRequired: true },
		{ anchor: 'says', isRequired: false },
		{ anchor: 'limits', isRequired: false },
		{ anchor: 'changed', isRequired: false },
		{ anchor: 'unconfirmed', isRequired: false }
	]
};

/** What a reader does: held to the rules for steps. */
export const STEP_BLOCKS: ReadonlySet<string> = new Set(['do', 'say', 'call', 'dont', 'if-wrong']);

export const UNCONFIRMED = 'unconfirmed';

/** Scenarios in which officers may go on anyway: the guide says what to do then, under {#if-wrong}. */
export const NEEDS_IF_WRONG: ReadonlySet<string> = new Set(['S1', 'S5', 'S7', 'S8', 'S16', 'S20']);
