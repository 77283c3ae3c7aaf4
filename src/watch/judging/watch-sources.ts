import { HOUR_MS } from '#lib/edition/durations.ts';
import type { EditorTask } from '../../compiler/report/editor-tasks.ts';
import type { Answer } from '../ask/answer.ts';
import { findFindings } from './find-findings.ts';
import { APART_MS, judge } from './judge.ts';
import type { SourceMemory } from '../memory/source-memory.ts';
import type { StateFolder } from '../memory/state-folder.ts';
import { readSource, type Ask, type WatchedSource } from './read-source.ts';
import { sha256 } from '../../compiler/base/text-hash.ts';

export interface WatchOptions {
	readonly sources: readonly WatchedSource[];
	readonly state: StateFolder;
	readonly ask: Ask;
	readonly now: () => Date;
	/** Read these now, due or not; absent: all that are due. */
	readonly only?: ReadonlySet<string> | undefined;
	/** Told of every answer, and of what was read in it. */
	readonly onAnswer?: (
		source: WatchedSource,
		memory: SourceMemory,
		answer: Answer
	) => Promise<void>;
}

export interface WatchSummary {
	readonly read: number;
	/** Read less than a day ago, and nothing is suspected. */
	readonly notDue: number;
	/** Found once; a second reading must find the same. */
	readonly suspected: number;
	readonly opened: readonly EditorTask[];
	readonly closed: readonly EditorTask[];
}

/** A little less than a day, so that a timer that is an hour late does not lose a day. */
const DUE_AFTER_MS = 20 * HOUR_MS;
/** The host is what limits us; more at once would only fill the memory. */
const AT_ONCE = 8;

/** Reads every source that is due, and writes what an editor has to look at. Content is not touched. */
export async function watchSources(options: WatchOptions): Promise<WatchSummary> {
	const { sources, state, only, now } = options;
	const due = sources.filter(({ slug, url }) => {
		return only?.has(slug) ?? isDue(state.readMemory(slug), url, now());
	});
	const tasks = new Map(state.tasks().map((task) => [task.id, task]));
	const opened: EditorTask[] = [];
	const closed: EditorTask[] = [];
	let suspected = 0;
	const write = (task: EditorTask): void => {
		const before = tasks.get(task.id);
		if (task.closed !== undefined) closed.push(task);
		else if (before === undefined || before.closed !== undefined) opened.push(task);
		tasks.set(task.id, task);
		state.writeTask(task);
	};

	const waiting = [...due];
	const work = async (): Promise<void> => {
		for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
			const known = accepted(state.readMemory(source.slug), [...tasks.values()], now());
			const { memory, answer } = await readSource(source, known, options.ask, now());
			await options.onAnswer?.(source, memory, answer);
			const findings = findFindings(memory, source.quotes);
			const judgement = judge(memory, findings, [...tasks.values()], now());
			for (const task of judgement.tasks) write(task);
			suspected += judgement.suspicions.length;
			// after the tasks: a run that is cut between them finds the same again
			state.writeMemory({ ...memory, suspicions: judgement.suspicions });
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));

	for (const task of orphansOf([...tasks.values()], sources)) {
		const note = 'The source is no longer in the content.';
		write({ ...task, closed: { at: now().toISOString(), by: 'watch', note } });
	}
	return { read: due.length, notDue: sources.length - due.length, suspected, opened, closed };
}

function isDue(memory: SourceMemory | undefined, url: string, now: Date): boolean {
	if (memory?.url !== url) return true;
	const sinceMs = now.getTime() - Date.parse(memory.readAt);
	return sinceMs >= (memory.suspicions.length > 0 ? APART_MS : DUE_AFTER_MS);
}

/** An editor who closed "the text has changed" has accepted the text that it was about. */
function accepted(
	memory: SourceMemory | undefined,
	tasks: readonly EditorTask[],
	now: Date
): SourceMemory | undefined {
	if (memory === undefined) return undefined;
	const task = tasks.find((it) => it.id === `${memory.slug}.text-changed`);
	const isLookedAt = task?.closed !== undefined && task.closed.by !== 'watch';
	const main = memory.reading.state === 'read' ? memory.reading.main : '';
	const about = memory.reading.state === 'read' ? main : memory.sha256;
	if (!isLookedAt || about === undefined || task.finding !== sha256(about)) return memory;
	const on = now.toISOString();
	return { ...memory, accepted: { main, ...hashOf(memory), on } };
}

const hashOf = ({ sha256 }: SourceMemory) => (sha256 === undefined ? {} : { sha256 });

const orphansOf = (
	tasks: readonly EditorTask[],
	sources: readonly WatchedSource[]
): EditorTask[] => {
	const slugs = new Set(sources.map(({ slug }) => slug));
	return tasks.filter(
		({ closed, kind, subject }) =>
			closed === undefined && kind !== 'law-document' && !slugs.has(subject)
	);
};
