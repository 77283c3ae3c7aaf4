import { HOUR_MS } from '#lib/edition/durations.ts';
import type { EditorTask } from '../../compiler/report/editor-tasks.ts';
import type { Finding } from './find-findings.ts';
import { settles } from './find-findings.ts';
import type { SourceMemory } from '../memory/source-memory.ts';

/** What a run learnt about a source, for its memory and its tasks. */
export interface Judgement {
	readonly suspicions: SourceMemory['suspicions'];
	/** Tasks to write: new, opened again, brought up to date, closed. */
	readonly tasks: readonly EditorTask[];
}

/** An error of an hour is none: two readings as far apart as that must find the same. */
export const APART_MS = 3 * HOUR_MS;

/**
 * Compares what was found with what was found before. The first time it is a suspicion; found again,
 * hours later and just the same, it is a task. A page that says something else at each visit never
 * becomes one.
 */
export function judge(
	memory: SourceMemory,
	findings: readonly Finding[],
	tasks: readonly EditorTask[],
	now: Date
): Judgement {
	const at = now.toISOString();
	const own = tasks.filter(({ subject }) => subject === memory.slug);
	const suspicions: SourceMemory['suspicions'] = [];
	const written: EditorTask[] = [];
	for (const found of findings) {
		const { kind, finding } = found;
		const task = own.find((it) => it.kind === kind);
		if (task?.finding === finding) {
			// known: open, it was seen again; closed by an editor, who has looked at just this
			if (task.closed === undefined) written.push({ ...task, ...toTask(found), seenAt: at });
			if (task.closed?.by !== 'watch') continue;
		}
		const before = memory.suspicions.find((it) => it.kind === kind && it.finding === finding);
		const since = before?.since ?? at;
		if (now.getTime() - Date.parse(since) < APART_MS) suspicions.push({ kind, finding, since });
		else written.push(openedTask(memory, found, task, at));
	}
	for (const task of own) {
		const isStill = findings.some(({ kind }) => kind === task.kind);
		if (task.closed !== undefined || isStill || !settles(memory, task.kind)) continue;
		written.push({ ...task, closed: { at, by: 'watch', note: 'It is no longer so.' } });
	}
	return { suspicions, tasks: written };
}

const toTask = ({ kind, severity, title, details, finding }: Finding) => {
	return { kind, severity, title, details, finding };
};

/** An open task keeps the day it was opened on; its finding is the newer one. */
function openedTask(
	{ slug, url }: SourceMemory,
	found: Finding,
	known: EditorTask | undefined,
	at: string
): EditorTask {
	const openedAt = known && known.closed === undefined ? known.openedAt : at;
	const id = `${slug}.${found.kind}`;
	return { id, subject: slug, url, ...toTask(found), openedAt, seenAt: at };
}
