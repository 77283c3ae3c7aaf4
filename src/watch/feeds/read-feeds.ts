import { DAY_MS } from '#lib/edition/durations.ts';
import type { EditorTask } from '../../compiler/report/editor-tasks.ts';
import { sha256 } from '../../compiler/base/text-hash.ts';
import type { StateFolder } from '../memory/state-folder.ts';
import { draftSource } from './draft-files.ts';
import {
	FeedError,
	type AskJson,
	type LawDocument,
	type LawFeed,
	type Span
} from './law-document.ts';
import { reasonsFor, type NamedDirective } from './match-documents.ts';

export interface FeedOptions {
	readonly feeds: readonly LawFeed[];
	readonly state: StateFolder;
	readonly ask: AskJson;
	readonly directives: readonly NamedDirective[];
	/** Addresses of the sources that the content has: what is known is no news. */
	readonly known: ReadonlySet<string>;
	/** The first day to ask for, where a register was never read. */
	readonly since: string;
	readonly now: Date;
}

export interface FeedSummary {
	readonly documents: number;
	readonly opened: readonly EditorTask[];
	/** A line for each register that could not be read. */
	readonly failures: readonly string[];
}

/** A register corrects what it said for some days: they are read again. */
const OVERLAP_DAYS = 7;
const SLICE_DAYS = 30;

/** Reads the registers, slice by slice, and opens a task for each document that may be for us. */
export async function readFeeds(options: FeedOptions): Promise<FeedSummary> {
	const { feeds, state, ask, now } = options;
	const opened: EditorTask[] = [];
	const failures: string[] = [];
	let documents = 0;
	for (const feed of feeds) {
		try {
			for (const span of slices(startOf(state.readThrough(feed.prefix), options.since), now)) {
				const found = await feed.list(span, ask);
				documents += found.length;
				for (const document of found) opened.push(...open(document, options));
				// what follows may fail: these days are done
				state.writeThrough(feed.prefix, span.to);
			}
		} catch (error) {
			if (!(error instanceof FeedError)) throw error;
			failures.push(`${feed.name} ${error.message}.`);
		}
	}
	return { documents, opened, failures };
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const startOf = (through: string | undefined, since: string): string =>
	through === undefined ? since : dayOf(Date.parse(through) - OVERLAP_DAYS * DAY_MS);

function slices(from: string, now: Date): Span[] {
	const spans: Span[] = [];
	for (let at = Date.parse(from); at <= now.getTime(); at += SLICE_DAYS * DAY_MS) {
		const to = Math.min(at + (SLICE_DAYS - 1) * DAY_MS, now.getTime());
		spans.push({ from: dayOf(at), to: dayOf(to) });
	}
	return spans;
}

/** Writes the task of a document; gives it if it is new, or says something new. */
function open(document: LawDocument, options: FeedOptions): EditorTask[] {
	const { state, known, directives, now } = options;
	const reasons = reasonsFor(document, directives);
	if (reasons.length === 0 || known.has(document.url)) return [];
	const id = `${document.id}.law-document`;
	// what an editor closed comes back when it has moved on, not when its words were mended
	const finding = sha256([document.status, document.signedOn, document.effectiveOn].join('\n'));
	const before = state.tasks().find((task) => task.id === id);
	const at = now.toISOString();
	if (before?.finding === finding) {
		if (before.closed === undefined) state.writeTask({ ...before, seenAt: at });
		return [];
	}
	const task: EditorTask = {
		id,
		kind: 'law-document',
		severity: 'low',
		subject: document.id,
		url: document.url,
		title: document.title,
		details: [...reasons, ...daysOf(document)],
		draft: draftSource(document),
		finding,
		openedAt: before && before.closed === undefined ? before.openedAt : at,
		seenAt: at
	};
	state.writeTask(task);
	return [task];
}

const daysOf = ({ issuer, status, publishedOn, signedOn, effectiveOn }: LawDocument): string[] =>
	[
		['issuer', issuer],
		['status', status],
		['published', publishedOn],
		['signed', signedOn],
		['in force from', effectiveOn]
	].flatMap(([name, value]) => (value ? [`${String(name)}: ${value}`] : []));
