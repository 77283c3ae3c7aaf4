import type { Fix } from './fix.ts';

/** One problem in a source file: where it is, what is wrong, and what an editor can do about it. */
export interface Diagnostic {
	/** The path as a person would open it: `src/content/guides/school-bus/en.md`. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	readonly problem: string;
	readonly remedy: string;
	/** What mends it, best first, where the check knows that. */
	readonly fixes?: readonly Fix[];
}

/** A value that was read as far as possible, and everything that was wrong with its source. */
export interface Parsed<Value> {
	readonly value: Value;
	readonly diagnostics: readonly Diagnostic[];
}

/** A problem on a line of a text that was parsed. */
export const problemAt = (
	{ name }: { readonly name: string },
	line: number,
	problem: string,
	remedy: string,
	fixes: readonly Fix[] = []
): Diagnostic => ({ file: name, line, problem, remedy, ...(fixes.length > 0 && { fixes }) });

/** `file:line: problem`, which editors turn into a link, and the remedy below it. */
export const formatDiagnostic = ({ file, line, problem, remedy }: Diagnostic): string =>
	`${file}:${String(line)}: ${problem}\n    ${remedy}`;

/** A diagnostic about something that is allowed, for the editor to know. It stops no build. */
export const formatNotice = (notice: Diagnostic): string =>
	formatDiagnostic({ ...notice, problem: `notice: ${notice.problem}` });

/** By file and line, each once: the order in which an editor works through them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const unique = new Map(diagnostics.map((it) => [formatDiagnostic(it), it]));
	return [...unique.values()].sort(
		(a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.problem, b.problem)
	);
}

/** By code unit: the same order on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
