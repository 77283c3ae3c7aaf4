import {
	englishOf,
	newestChange,
	textsIn,
	type ArticleText,
	type Corpus
} from '../../read/corpus.ts';
import { firstDay } from '#lib/edition/dates.ts';
import { addDays, lastDay } from '../../base/days.ts';
import { compareText, problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { setTo } from '../../base/fix.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';

/** How long a text may go without a review. The short time is for what a court can change. */
const SHORT_REVIEW_DAYS = 30;
const LONG_REVIEW_DAYS = 90;

/** Scenarios of the home (S5) and of the courthouse (S7). */
const SHORT_SCENES: ReadonlySet<string> = new Set(['S5', 'S7']);

/**
 * Compares the dates of a text with each other: src/content/README.md, “Dates”. It reads no clock, so
 * that content which passed once passes again; whether a text is overdue, the phone says.
 */
export function* checkDates(corpus: Corpus): Generator<Diagnostic> {
	for (const article of englishOf(corpus)) {
		const { fields } = article;
		yield* checkStatusAsOf(article, corpus);
		yield* checkDocumentDates(article);
		const published = newestChange(fields.changes, corpus);
		yield* checkReview(article, reviewDays(article), published);
	}
	// a contact is published with whatever change came last
	const published = newestChange([...corpus.changes.keys()], corpus);
	for (const contact of textsIn(corpus.contacts, 'en')) {
		yield* checkReview(contact, SHORT_REVIEW_DAYS, published);
	}
}

/**
 * `statusAsOf` is not later than the newest source. Partial dates are compared by the last day that they
 * can mean. Undated sources do not count; where all are undated, the day counts on which they were read.
 */
function* checkStatusAsOf(article: ArticleText, { sources }: Corpus): Generator<Diagnostic> {
	const { statusAsOf } = article.fields;
	const used = article.fields.sources.flatMap((slug) => sources.get(slug)?.fields ?? []);
	const newestOf = (dates: readonly string[]) => dates.map(lastDay).sort(compareText).at(-1);
	const newest =
		newestOf(used.flatMap(({ docDate }) => docDate ?? [])) ??
		newestOf(used.map(({ retrievedOn }) => retrievedOn));
	if (newest === undefined || lastDay(statusAsOf) <= newest) return;
	const last = lastDay(statusAsOf);
	const meant = last === statusAsOf ? 'is' : `can mean a day up to ${last}, which is`;
	const problem = `statusAsOf ${statusAsOf} ${meant} later than the newest source (${newest})`;
	const remedy = `Write the day that the evidence speaks for, ${newest} at the latest, not the day of writing.`;
	const fixes = [setTo(['statusAsOf'], newest, 'set-date')];
	yield problemAt(article, article.lineOf(['statusAsOf']), problem, remedy, fixes);
}

/** A directive's own dates are not later than `statusAsOf`, and its end is not before its start. */
function* checkDocumentDates(article: ArticleText): Generator<Diagnostic> {
	const { fields } = article;
	if (fields.kind !== 'directive') return;
	const { statusAsOf, status, issuedOn, inForceFrom, endedOn } = fields;
	// of what is only announced, the day in force is to come
	const isToCome = status === 'announced' || status === 'proposed';
	for (const field of ['issuedOn', 'inForceFrom', 'endedOn', 'orderDate'] as const) {
		const date = fields[field];
		if (date === undefined || firstDay(date) <= lastDay(statusAsOf)) continue;
		if (field === 'inForceFrom' && isToCome) continue;
		const problem = `${field} ${date} is later than statusAsOf ${statusAsOf}`;
		const remedy = 'Nothing is known of a later day than statusAsOf: correct one of the two.';
		yield problemAt(article, article.lineOf([field]), problem, remedy);
	}
	const start = inForceFrom ?? issuedOn;
	if (start === undefined || endedOn === undefined || firstDay(start) <= lastDay(endedOn)) return;
	const problem = `endedOn ${endedOn} is before its start, ${start}`;
	yield problemAt(article, article.lineOf(['endedOn']), problem, 'Correct one of the two.');
}

function reviewDays({ fields }: ArticleText): number {
	const isShort =
		fields.level === 'federal' || (fields.kind === 'guide' && SHORT_SCENES.has(fields.scenario));
	return isShort ? SHORT_REVIEW_DAYS : LONG_REVIEW_DAYS;
}

interface Reviewed {
	readonly checkedOn: string | null;
	readonly reviewBy: string;
}

function* checkReview(
	text: Located<Reviewed>,
	days: number,
	published: string | undefined
): Generator<Diagnostic> {
	const { checkedOn, reviewBy } = text.fields;
	const from = checkedOn ?? published;
	if (from === undefined) return;
	const latest = addDays(from, checkedOn === null ? SHORT_REVIEW_DAYS : days);
	const line = text.lineOf(['reviewBy']);
	const base = checkedOn === null ? `published on ${from}` : `checked on ${from}`;
	if (reviewBy < from) {
		const remedy = `Write a day from ${from} to ${latest}.`;
		const fixes = [setTo(['reviewBy'], latest, 'set-date')];
		yield problemAt(text, line, `reviewBy is before the text was ${base}`, remedy, fixes);
	} else if (reviewBy > latest) {
		const remedy = `Write ${latest} or an earlier day.`;
		const fixes = [setTo(['reviewBy'], latest, 'set-date')];
		yield problemAt(text, line, `reviewBy is too late for a text ${base}`, remedy, fixes);
	}
}
