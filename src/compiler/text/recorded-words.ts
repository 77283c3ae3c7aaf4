import { RECORDED_BLOCKS, type RecordedBlockName } from '#lib/edition/words.ts';
import { fieldsHash } from '../base/text-hash.ts';
import type { ArticleText } from '../read/corpus.ts';
import { unitsOf } from '../read/parse-body.ts';
import type { Recording } from '../read/parse-recordings.ts';
import { blocksBehind, isDraft } from './translation-state.ts';

/**
 * The lines of a block in the order in which they are said: its heading first, and before the steps the
 * title of the guide, because the heading of the steps is not seen. Empty where the guide has no such block.
 */
export function linesToSay(text: ArticleText, name: RecordedBlockName): string[] {
	const block = text.blocks.find(({ anchor }) => anchor === name);
	if (!block) return [];
	const first = name === 'do' ? text.fields.title : block.heading;
	return [first, ...unitsOf(block).map((unit) => unit.text)];
}

/** The hash of a block's words. A recording of other words is void. */
export const wordsHash = (lines: readonly string[]): string => fieldsHash(lines);

/** The blocks that a recording of a guide must have to be whole. */
export const blocksToSay = (text: ArticleText): RecordedBlockName[] =>
	RECORDED_BLOCKS.filter((name) => linesToSay(text, name).length > 0);

/** A block that cannot be heard, and why. */
export interface VoidBlock {
	readonly block: RecordedBlockName;
	readonly why: 'missing' | 'other-words' | 'behind';
}

/** The blocks whose recording is missing or out of date. If there is one, the guide has no recording. */
export function voidBlocks({ fields, sounds }: Recording, text: ArticleText): VoidBlock[] {
	const behind = text.behind.length > 0 ? blocksBehind(text) : new Set<string>();
	return blocksToSay(text).flatMap((block): VoidBlock[] => {
		const said = fields.blocks[block];
		if (!said || !sounds.has(block)) return [{ block, why: 'missing' }];
		const isSame = said.words === wordsHash(linesToSay(text, block));
		if (!isSame) return [{ block, why: 'other-words' }];
		return behind?.has(block) === false ? [] : [{ block, why: 'behind' }];
	});
}

/** Whether a text is a draft, which is not recorded: its label could not be heard. */
export const isDraftText = ({ fields: { translation } }: ArticleText): boolean =>
	translation !== undefined && isDraft(translation);
