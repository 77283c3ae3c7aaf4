import { counted } from '../../compiler/base/counted.ts';
import { formatDiagnostic } from '../../compiler/base/diagnostic.ts';
import { UsageError } from '../../compiler/base/usage-error.ts';
import { parseCorpus } from '../../compiler/read/parse-corpus.ts';
import { readSources } from '../../compiler/read/read-sources.ts';
import { openTasks } from '../../compiler/report/editor-tasks.ts';
import { agentOf } from '../ask/agent.ts';
import { PoliteClient } from '../ask/polite-client.ts';
import { ArchiveFolder } from '../evidence/archive-folder.ts';
import { openStateFolder, refuseBesideContent } from '../memory/state-folder.ts';
import { watchedSources } from '../judging/watched-sources.ts';
import { watchSources, type WatchSummary } from '../judging/watch-sources.ts';
import type { Io } from './io.ts';

export interface WatchCommand {
	readonly content: string;
	readonly state: string;
	readonly contact: string | undefined;
	/** Where answers are kept; absent: they are not. */
	readonly archive?: string | undefined;
	readonly slugs: readonly string[];
	readonly pauseMs?: number;
}

const SECOND_MS = 1000;
/** Of one request. The bytes are counted after unpacking. */
export const LIMITS = { deadlineMs: 45 * SECOND_MS, maxBytes: 16 * 1024 * 1024 };

/** Reads the sources. Exit code 1: an editor has something serious to look at. */
export async function watch(options: WatchCommand, io: Io): Promise<number> {
	const { value: corpus, diagnostics } = parseCorpus(readSources(options).value);
	const broken = diagnostics.filter(({ file }) => /\/(?:sources|evidence)\//.test(file));
	// half of the content may be unreadable: what is cited must not be
	for (const diagnostic of broken) io.printError(formatDiagnostic(diagnostic));
	if (broken.length > 0) return 1;

	const sources = watchedSources(corpus);
	const unknown = options.slugs.find((it) => !sources.some(({ slug }) => slug === it));
	if (unknown !== undefined) throw new UsageError(`There is no source "${unknown}".`);
	const state = openStateFolder(options.state, options.content);
	const agent = agentOf(corpus.publisher.fields, options.contact);
	const client = new PoliteClient({ agent, pauseMs: options.pauseMs ?? SECOND_MS, ...LIMITS });
	if (options.archive !== undefined) refuseBesideContent(options.archive, options.content);
	const archive = options.archive === undefined ? undefined : new ArchiveFolder(options.archive);
	const summary = await watchSources({
		sources,
		state,
		ask: (url, validators) => client.read(url, validators),
		now: io.now,
		onAnswer: async ({ quotes }, memory, answer) => {
			await archive?.keep(memory, quotes, answer, io.now(), corpus.site.fields.timeZone);
		},
		only: options.slugs.length > 0 ? new Set(options.slugs) : undefined
	});
	const open = openTasks(state.tasks());
	for (const line of summaryLines(summary)) io.print(line);
	io.print(`${counted(open.length, 'task')} open in ${state.tasksFolder}.`);
	return open.some(({ severity }) => severity === 'high') ? 1 : 0;
}

function summaryLines({ read, notDue, suspected, opened, closed }: WatchSummary): string[] {
	return [
		`${counted(read, 'source')} read, ${String(notDue)} not due.`,
		...(suspected > 0
			? [`${counted(suspected, 'finding')} to be confirmed by a second reading.`]
			: []),
		...opened.map(({ severity, id, title }) => `new (${severity}): ${id}: ${title}`),
		...closed.map(({ id, closed: end }) => `closed: ${id}: ${end?.note ?? ''}`)
	];
}
