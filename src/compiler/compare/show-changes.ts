import { compareWords, type WordPiece } from '#lib/edition/text/compare-words.ts';
import { nameOfId } from '#lib/edition/card.ts';
import type { ChangeFront } from '../read/front-matter.ts';
import type { PartChange, TextChange } from './compare-content.ts';

/** How removed and added words are marked: by signs, and in colour where there is any. */
export interface Marks {
	readonly removed: (words: string) => string;
	readonly added: (words: string) => string;
}

const removed = (words: string): string => `[-${words}-]`;
const added = (words: string): string => `{+${words}+}`;
export const PLAIN: Marks = { removed, added };
export const IN_COLOUR: Marks = {
	removed: (words) => `\u001B[31m${removed(words)}\u001B[0m`,
	added: (words) => `\u001B[32m${added(words)}\u001B[0m`
};

/** One text with its parts, word by word. */
export function showChange(
	change: TextChange,
	note: ChangeFront | undefined,
	marks: Marks
): string {
	const { id, lang, state, parts } = change;
	const why = note ? `${note.importance} note ${note.slug}` : undefined;
	const head = [id, lang, state, why].filter((it) => it !== undefined).join('  ');
	if (state === 'withdrawn') return `${head}\n    ${nameOfId(id)}: "${change.was.title}"\n`;
	return [head, ...parts.map((part) => showPart(part, marks)), ''].join('\n');
}

function showPart({ part, before, after }: PartChange, marks: Marks): string {
	const changes = compareWords(before, after);
	const lines = [
		...markedLines(changes.before, marks.removed).map((line) => `    - ${line}`),
		...markedLines(changes.after, marks.added).map((line) => `    + ${line}`)
	];
	return [`  ${part}`, ...(lines.length > 0 ? lines : [SAME_WORDS])].join('\n');
}

const SAME_WORDS = '    the same words, in other lines';

/** The lines in which something changed. */
function markedLines(pieces: readonly WordPiece[], mark: (words: string) => string): string[] {
	const isTouched: boolean[] = [];
	const lines = [''];
	for (const { text, isChanged } of pieces) {
		const [first = '', ...more] = text.split('\n');
		// the space after a word is no part of what changed
		const words = isChanged
			? `${mark(first.trimEnd())}${first.slice(first.trimEnd().length)}`
			: first;
		lines.push(`${lines.pop() ?? ''}${words}`, ...more);
		if (isChanged) isTouched[lines.length - 1] = true;
	}
	return lines.filter((_line, index) => isTouched[index] === true).map((line) => line.trimEnd());
}
