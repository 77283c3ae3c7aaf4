import * as v from 'valibot';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * How a text is made of one that is there: its hash, or nothing, and what follows each other: words, or
 * where a piece begins and how long it is, in UTF-16 code units.
 */
export const TextPatch = v.tupleWithRest(
	[v.string()],
	v.union([v.string(), v.tuple([Count, Count])])
);
export type TextPatch = v.InferOutput<typeof TextPatch>;

/** `undefined` where it would grow past `longest`: a few bytes can ask for a great many. */
export function applyPatch(
	[, ...parts]: TextPatch,
	base: string,
	longest: number
): string | undefined {
	let text = '';
	for (const part of parts) {
		text += typeof part === 'string' ? part : base.slice(part[0], part[0] + part[1]);
		if (text.length > longest) return undefined;
	}
	return text;
}
