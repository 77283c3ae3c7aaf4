import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { compareText } from '../base/diagnostic.ts';
import { counted } from '../base/counted.ts';
import { Refusal } from '../base/refusal.ts';

export const TASK_KINDS = [
	'quote-gone',
	'page-gone',
	'unreadable',
	'page-moved',
	'text-changed',
	'law-document'
] as const;

/** `high`: a published text may be wrong now. `look`: no machine can tell, a person must look. */
export const TASK_SEVERITIES = ['high', 'look', 'low'] as const;

const Instant = v.pipe(v.string(), v.isoTimestamp());

/**
 * Something for an editor to look at: one file for each source and kind. `npm run watch:sources` opens
 * it; it is closed when what it says is no longer so, or by an editor.
 */
export const EditorTask = v.object({
	/** The name of its file: `ag-ice-workplace.quote-gone`. */
	id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/)),
	kind: v.picklist(TASK_KINDS),
	severity: v.picklist(TASK_SEVERITIES),
	/** A source's slug, or the id of a document that is no source yet. */
	subject: v.string(),
	url: v.string(),
	/** What it is about, in a sentence. */
	title: v.string(),
	details: v.array(v.string()),
	/** A file that an editor may begin with. */
	draft: v.optional(v.object({ path: v.string(), text: v.string() })),
	/** What was found, as a hash: once closed by an editor, a task is opened again for something else only. */
	finding: v.string(),
	openedAt: Instant,
	seenAt: Instant,
	closed: v.optional(
		v.object({
			at: Instant,
			/** `watch` where it was closed because it is no longer so. */
			by: v.string(),
			note: v.optional(v.string())
		})
	)
});
export type EditorTask = v.InferOutput<typeof EditorTask>;

/** What stands in a folder of tasks. */
export interface TaskFiles {
	/** Open and closed, by name. */
	readonly tasks: readonly EditorTask[];
	/** Files that are none: a person may have edited them. */
	readonly broken: readonly { readonly file: string; readonly problem: string }[];
}

/** Every task of a folder, and what should be one. No folder, no tasks. */
export function readTaskFiles(folder: string): TaskFiles {
	const names = existsSync(folder) ? readdirSync(folder).sort(compareText) : [];
	const tasks: EditorTask[] = [];
	const broken: { file: string; problem: string }[] = [];
	for (const file of names.filter((name) => name.endsWith('.json'))) {
		const path = join(folder, file);
		try {
			tasks.push(v.parse(EditorTask, JSON.parse(readFileSync(path, 'utf8'))));
		} catch (error) {
			broken.push({ file, problem: `${path} is no task: ${(error as Error).message}` });
		}
	}
	return { tasks, broken };
}

/** Every task of a folder, for what must know all of them: it goes no further at a file that is none. */
export function readTasks(folder: string): EditorTask[] {
	const { tasks, broken } = readTaskFiles(folder);
	if (broken[0]) throw new Refusal(broken[0].problem);
	return [...tasks];
}

/** The tasks that are open, the most serious first, each with what is behind it. */
export const openTasks = (tasks: readonly EditorTask[]): EditorTask[] =>
	tasks
		.filter(({ closed }) => closed === undefined)
		.sort((a, b) => severityOf(a) - severityOf(b) || compareText(a.id, b.id));

const severityOf = ({ severity }: EditorTask): number => TASK_SEVERITIES.indexOf(severity);

/** The open tasks in words. */
export function showTasks(tasks: readonly EditorTask[]): string {
	const open = openTasks(tasks);
	return [
		`${counted(open.length, 'task')} for editors`,
		...open.flatMap(({ severity, id, title, url, openedAt, details }) => [
			`  ${severity.padEnd(4)}  ${id}, since ${openedAt.slice(0, 10)}: ${title}`,
			`        ${url}`,
			...details.flatMap((detail) => detail.split('\n')).map((line) => `        ${line}`)
		]),
		''
	].join('\n');
}
