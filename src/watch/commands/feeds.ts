import { DAY_MS } from '#lib/edition/durations.ts';
import { counted } from '../../compiler/base/counted.ts';
import { parseCorpus } from '../../compiler/read/parse-corpus.ts';
import { readSources } from '../../compiler/read/read-sources.ts';
import { agentOf } from '../ask/agent.ts';
import { PoliteClient } from '../ask/polite-client.ts';
import { askJson } from '../feeds/ask-json.ts';
import { lawFeeds } from '../feeds/law-feeds.ts';
import { readFeeds } from '../feeds/read-feeds.ts';
import { openStateFolder } from '../memory/state-folder.ts';
import type { Io } from './io.ts';
import { LIMITS } from './watch.ts';

export interface FeedsCommand {
	readonly content: string;
	readonly state: string;
	readonly since: string | undefined;
	readonly contact: string | undefined;
}

const FIRST_DAYS = 30;

/** Reads the registers of law. Exit code 1: one of them could not be read. */
export async function feeds(options: FeedsCommand, io: Io): Promise<number> {
	const { value: corpus } = parseCorpus(readSources(options).value);
	const state = openStateFolder(options.state, options.content);
	const { feeds: all, missing } = lawFeeds(io.key, corpus.site.fields.registers);
	for (const { register, variable } of missing) {
		io.print(`${register}: left out, as ${variable} is not set.`);
	}
	const sources = [...corpus.sources.values()].map(({ fields }) => fields);
	const summary = await readFeeds({
		feeds: all,
		state,
		ask: askJson(io.askApi ?? apiOf(agentOf(corpus.publisher.fields, options.contact))),
		directives: [...corpus.directives.values()].flatMap((it) => it.get('en')?.fields ?? []),
		known: new Set(sources.flatMap(({ url, originalUrl }) => [url, originalUrl ?? url])),
		since: options.since ?? dayBefore(io.now(), FIRST_DAYS),
		now: io.now()
	});
	io.print(`${counted(summary.documents, 'document')} read.`);
	for (const { id, title } of summary.opened) io.print(`new: ${id}: ${title}`);
	for (const failure of summary.failures) io.printError(failure);
	return summary.failures.length > 0 ? 1 : 0;
}

/** The interface of a register, asked as politely as a page. */
export function apiOf(agent: ReturnType<typeof agentOf>): PoliteClient['askApi'] {
	const client = new PoliteClient({ agent, pauseMs: 1000, ...LIMITS });
	return (url) => client.askApi(url);
}

const dayBefore = (now: Date, days: number): string =>
	new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
