import * as v from 'valibot';

/**
 * What this app reads of `schema` 1: raise it whenever a word, a kind or a field is added to what is
 * in an edition. A phone whose app was updated then reads its edition once more, and finds what the
 * older app had left out.
 */
export const READS = 8;

/** Whether all that is wrong with a value is a word, or a kind of item, that this app does not know. */
export const isForNewerApps = (issues: readonly v.BaseIssue<unknown>[]): boolean =>
	issues.every(({ type, input }) =>
		type === 'union'
			? input !== undefined
			: ['picklist', 'literal', 'variant'].includes(type) && typeof input === 'string'
	);

/** A list of which items that this app does not know are left out. Broken ones refuse the whole. */
export const knownOnly = <Item extends v.GenericSchema>(
	item: Item
): v.GenericSchema<unknown, v.InferOutput<Item>[]> =>
	v.pipe(
		v.array(v.unknown()),
		v.transform((items) =>
			items.filter((it) => {
				const { success, issues } = v.safeParse(item, it);
				return success || !isForNewerApps(issues);
			})
		),
		v.array(item)
	);

/** One of these words; any other is read as `otherwise`. */
export const wordOr = <const Word extends string>(
	words: readonly Word[],
	otherwise: Word
): v.GenericSchema<string, Word> => v.pipe(v.string(), v.fallback(v.picklist(words), otherwise));
