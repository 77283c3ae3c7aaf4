import { peopleMissing, standingApprovals } from '../../../compiler/approvals/approvals.ts';
import { waitingTexts } from '../../../compiler/check/validity/check-approvals.ts';
import { compareWords } from '#lib/edition/text/compare-words.ts';
import type { ContentChanges } from '../../../compiler/compare/compare-content.ts';
import { articlesOf, textsOf, type Corpus } from '../../../compiler/read/corpus.ts';
import {
	openTasks,
	type EditorTask,
	type TaskFiles
} from '../../../compiler/report/editor-tasks.ts';
import { reportEvidence } from '../../../compiler/report/evidence-report.ts';
import { compareText } from '../../../compiler/base/diagnostic.ts';
import type { Dashboard, NextEdition, SourceAlarm } from '../contract/dashboard.ts';
import type { DraftInfo } from '../contract/drafts.ts';
import { behindTexts } from './behind-texts.ts';
import { createRefOf } from './text-refs.ts';

/** What the figures are made of. */
export interface DashboardSources {
	readonly corpus: Corpus;
	/** The path below the content folder of a file as the corpus names it. */
	readonly pathOf: (name: string) => string | undefined;
	readonly today: string;
	/** Absent: no edition was published here. */
	readonly changes: ContentChanges | undefined;
	readonly problems: number;
	/** Absent: nobody watches. */
	readonly tasks: TaskFiles | undefined;
	readonly drafts: readonly DraftInfo[];
}

/** What editors have to do, each with the text that it is about. */
export function dashboard(sources: DashboardSources): Dashboard {
	const { corpus, pathOf, today, tasks, drafts } = sources;
	const refOf = createRefOf(corpus, pathOf);
	const english = articlesOf(corpus).filter(({ lang }) => lang === 'en');
	const reviewed = [...english, ...textsOf(corpus.contacts).filter(({ lang }) => lang === 'en')];
	const late = reviewed.filter(({ fields }) => fields.reviewBy < today);
	return {
		today,
		waiting: waitingTexts(corpus).flatMap((text) =>
			refOf(text).map((ref) => ({ ...ref, missing: peopleMissing(standingApprovals(text)) }))
		),
		behind: behindTexts(corpus, refOf),
		pastReview: late
			.flatMap((text) => refOf(text).map((ref) => ({ ...ref, reviewBy: text.fields.reviewBy })))
			.sort((a, b) => compareText(a.reviewBy, b.reviewBy)),
		weak: reportEvidence(corpus)
			.articles.filter(({ weak }) => weak.length > 0)
			.flatMap(({ file, weak }) => refOf({ name: file }).map((ref) => ({ ...ref, facts: weak }))),
		...(tasks && { alarms: alarmsOf(tasks, sources) }),
		next: nextEdition(sources),
		drafts,
		notices: newNotes(sources).flatMap((note) =>
			refOf(note).map((ref) => ({ ...ref, notify: note.fields.notify }))
		)
	};
}

/** A file that is no task stands first: nobody knows how serious it is. */
function alarmsOf({ tasks, broken }: TaskFiles, sources: DashboardSources): SourceAlarm[] {
	const unread = broken.map(({ file, problem }): SourceAlarm => ({
		...{ id: file, source: file, severity: 'unreadable', said: problem, details: [] }
	}));
	return [...unread, ...openTasks(tasks).map((task) => toAlarm(task, sources))];
}

function toAlarm(task: EditorTask, { corpus, pathOf }: DashboardSources): SourceAlarm {
	const { id, subject, severity, kind, title, openedAt, url, details } = task;
	const source = corpus.sources.get(subject);
	const path = source && pathOf(source.name);
	return {
		id,
		source: source?.fields.title ?? subject,
		...(path !== undefined && { path }),
		// what a register or a file of the watch says of an address is outside data
		...(/^https?:\/\//.test(url) && { url }),
		severity: kind === 'law-document' ? 'new' : severity === 'look' ? 'unreadable' : severity,
		said: title,
		details,
		openedOn: openedAt.slice(0, 10)
	};
}

function nextEdition({ changes, problems }: DashboardSources): NextEdition {
	if (!changes) return { changed: [], problems };
	return {
		against: changes.baseline.edition.version,
		changed: changes.texts.map(({ id, lang, state, parts }) => ({
			id,
			lang,
			state,
			parts: parts.map(({ part, before, after }) => ({ part, words: compareWords(before, after) }))
		})),
		problems
	};
}

/** Change notes that readers do not have yet; without a published edition, all of them. */
function newNotes({ corpus, changes }: DashboardSources) {
	const known = new Set(changes?.baseline.edition.changes.map(({ slug }) => slug));
	return textsOf(corpus.changes).filter(({ lang, slug }) => lang === 'en' && !known.has(slug));
}
