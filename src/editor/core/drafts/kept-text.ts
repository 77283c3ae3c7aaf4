import * as v from 'valibot';
import type { DraftFile } from '../contract/drafts.ts';
import type { TextChange } from '../contract/edits.ts';
import { isSameText } from '../document/is-same-text.ts';
import { undoOf, withChanges } from '../edits/text-changes.ts';

const Changes = v.array(v.strictObject({ from: v.number(), to: v.number(), text: v.string() }));

/** How many edits can be taken back. */
const MOST_STEPS = 500;

/** What is kept of one file of a draft. Files of another version are outside data. */
export const KeptText = v.strictObject({
	path: v.string(),
	text: v.string(),
	/** Of the content, when the draft began with this file; `null` for a new file. */
	base: v.nullable(v.string()),
	/** Of the draft's last commit. */
	committed: v.optional(v.string()),
	by: v.string(),
	at: v.string(),
	/** Everybody who has changed it since the base. */
	writers: v.array(v.string()),
	/** Edits in their order, and how many of them stand: those behind were taken back. */
	steps: v.array(v.strictObject({ redo: Changes, undo: Changes })),
	standing: v.number()
});
export type KeptText = v.InferOutput<typeof KeptText>;

interface Writer {
	readonly by: string;
	readonly at: string;
}

export const begun = (path: string, base: string | undefined, { by, at }: Writer): KeptText => ({
	path,
	text: base ?? '',
	base: base ?? null,
	by,
	at,
	writers: [],
	steps: [],
	standing: 0
});

/** An edit more. What had been taken back cannot be brought again. */
export function withEdit(kept: KeptText, changes: readonly TextChange[], writer: Writer): KeptText {
	const step = { redo: [...changes], undo: undoOf(kept.text, changes) };
	const steps = [...kept.steps.slice(0, kept.standing), step].slice(-MOST_STEPS);
	const text = withChanges(kept.text, changes);
	return { ...written(kept, text, writer), steps, standing: steps.length };
}

/** `undefined`: there is nothing to take back. */
export function withUndo(kept: KeptText, writer: Writer): KeptText | undefined {
	const step = kept.steps[kept.standing - 1];
	if (!step) return undefined;
	const text = withChanges(kept.text, step.undo);
	return { ...written(kept, text, writer), standing: kept.standing - 1 };
}

export function withRedo(kept: KeptText, writer: Writer): KeptText | undefined {
	const step = kept.steps[kept.standing];
	if (!step) return undefined;
	const text = withChanges(kept.text, step.redo);
	return { ...written(kept, text, writer), standing: kept.standing + 1 };
}

/** Who only approves has not written it. */
function written(kept: KeptText, text: string, { by, at }: Writer): KeptText {
	const writers = isSameText(kept.text, text) ? kept.writers : [...kept.writers, by];
	return { ...kept, text, by, at, writers: [...new Set(writers)] };
}

/** What the next commit is compared with. */
export const before = ({ committed, base }: KeptText): string | null => committed ?? base;

export const toDraftFile = (
	{ path, text, by, at, steps, standing }: KeptText,
	revision: number
): DraftFile => ({
	path,
	text,
	revision,
	by,
	at,
	canUndo: standing > 0,
	canRedo: standing < steps.length
});

/** Whoever wrote any of these texts anew; approvals are no words of a text. */
export const writersOf = (texts: readonly KeptText[]): string[] => [
	...new Set(texts.flatMap((it) => (isSameText(before(it), it.text) ? [] : it.writers)))
];
