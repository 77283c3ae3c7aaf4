import type { TextChange } from '../contract/edits.ts';

/** The text with these pieces replaced. They are of the same text and do not overlap. */
export function withChanges(text: string, changes: readonly TextChange[]): string {
	const sorted = [...changes].sort((a, b) => b.from - a.from || b.to - a.to);
	return sorted.reduce(
		(all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to),
		text
	);
}

/** What takes the changes back from the text that they made. */
export function undoOf(text: string, changes: readonly TextChange[]): TextChange[] {
	let shift = 0;
	return [...changes]
		.sort((a, b) => a.from - b.from || a.to - b.to)
		.map(({ from, to, text: put }) => {
			const at = from + shift;
			shift += put.length - (to - from);
			return { from: at, to: at + put.length, text: text.slice(from, to) };
		});
}

/** One change from where two texts first differ to where they last do; none if they do not. */
export function changesBetween(before: string, after: string): TextChange[] {
	if (before === after) return [];
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	return [{ from: start, to: before.length - end, text: after.slice(start, after.length - end) }];
}
