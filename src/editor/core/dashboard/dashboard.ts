import { peopleMissing, standingApprovals } from '../../../compiler/approvals/approvals.ts';
import { waitingTexts } from '../../../compiler/check/check-approvals.ts';
import { compareWords } from '#lib/edition/compare-words.ts';
import type { ContentChanges } from '../../../compiler/compare/compare-content.ts';
import { articlesOf, textsOf, type Corpus } from '../../../compiler/read/corpus.ts';
import { openTasks, type EditorTask } from '../../../compiler/report/editor-tasks.ts';
import { reportEvidence } from '../../../compiler/report/evidence-report.ts';
import { compareText } from '../../../compiler/base/diagnostic.ts';
import { hashedTexts } from '../../../compiler/text/fill-hashes.ts';
import type { Dashboard, NextEdition, SourceAlarm } from '../contract/dashboard.ts';
import type { DraftInfo } from '../contract/drafts.ts';
import type { TextRef } from '../contract/document.ts';
import { textRefs } from './text-refs.ts';

/** What the figures are made of. */
export interface DashboardSources {
	readonly corpus: Corpus;
	/** The path below the content folder of a file as the corpus names it. */
	readonly pathOf: (name: string) => string | undefined;
	readonly today: string;
	/** Absent: no edition was published here. */
	readonly changes: ContentChanges | undefined;
	readonly problems: number;
	readonly tasks: readonly EditorTask[];
	readonly drafts: readonly DraftInfo[];
}

/** What editors have to do, each with the text that it is about. */
export function dashboard(sources: DashboardSources): Dashboard {
	const { corpus, pathOf, today, tasks, drafts } = sources;
	const refs = new Map(textRefs(corpus, pathOf).map((ref) => [ref.path, ref]));
	const refOf = ({ name }: { readonly name: string }): TextRef[] => {
		const ref = refs.get(pathOf(name) ?? '');
		return ref ? [ref] : [];
	};
	const english = articlesOf(corpus).filter(({ lang }) => lang === 'en');
	const reviewed = [...english, ...textsOf(corpus.contacts).filter(({ lang }) => lang === 'en')];
	const late = reviewed.filter(({ fields }) => fields.reviewBy < today);
	return {
		today,
		waiting: waitingTexts(corpus).flatMap((text) =>
			refOf(text).map((ref) => ({ ...ref, missing: peopleMissing(standingApprovals(text)) }))
		),
		behind: hashedTexts(corpus)
			.flatMap((texts) => [...texts.values()])
			.filter(({ behind }) => behind.length > 0)
			.flatMap((text) => refOf(text).map((ref) => ({ ...ref, parts: text.behind }))),
		pastReview: late
			.flatMap((text) => refOf(text).map((ref) => ({ ...ref, reviewBy: text.fields.reviewBy })))
			.sort((a, b) => compareText(a.reviewBy, b.reviewBy)),
		weak: reportEvidence(corpus)
			.articles.filter(({ weak }) => weak.length > 0)
			.flatMap(({ file, weak }) => refOf({ name: file }).map((ref) => ({ ...ref, facts: weak }))),
		alarms: openTasks(tasks).map(toAlarm),
		next: nextEdition(sources),
		drafts,
		notices: newNotes(sources).flatMap(refOf)
	};
}

const toAlarm = ({ id, subject, severity, kind, title, openedAt }: EditorTask): SourceAlarm => ({
	id,
	source: subject,
	severity: kind === 'law-document' ? 'new' : severity === 'look' ? 'unreadable' : severity,
	said: title,
	openedOn: openedAt.slice(0, 10)
});

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
