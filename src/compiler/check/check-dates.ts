import { articlesOf, englishOf, type ArticleText, type Corpus } from '../read/corpus.ts';
import { firstDay } from '#lib/edition/dates.ts';
import { addDays, lastDay } from '../base/dates.ts';
import { compareText, problemAt, type Diagnostic } from '../base/diagnostic.ts';
import type { Located } from '../read/parse-yaml.ts';

/** §2.1: how long a text may stand unlooked at. The short one is for what a court can change. */
const SHORT_REVIEW_DAYS = 30;
const LONG_REVIEW_DAYS = 90;

/** Scenes of the home and of the courts: §1, S5 and S7. */
const SHORT_SCENES: ReadonlySet<string> = new Set(['S5', 'S7']);

/**
 * The four dates of §5.1, against each other. No clock: an edition built twice passes twice, and the
 * phone judges by its own day.
 */
export function* checkDates(corpus: Corpus): Generator<Diagnostic> {
	for (const article of englishOf(corpus)) {
		yield* checkStatusAsOf(article, corpus);
		yield* checkDocumentDates(article);
	}
	for (const article of articlesOf(corpus)) {
		const { fields } = article;
		const published = newestChange(fields.changes, corpus);
		yield* checkReview(article, reviewDays(article), published);
	}
	// a contact is published with whatever change came last
	const published = newestChange([...corpus.changes.keys()], corpus);
	for (const contact of [...corpus.contacts.values()].flatMap((texts) => [...texts.values()])) {
		yield* checkReview(contact, SHORT_REVIEW_DAYS, published);
	}
}

const newestChange = (slugs: readonly string[], { changes }: Corpus): string | undefined =>
	slugs
		.flatMap((slug) => changes.get(slug)?.get('en')?.fields.date ?? [])
		.sort(compareText)
		.at(-1);

/**
 * §5.1.2: "not later than" compares last days. An undated source tells nothing of its time; where all
 * are undated, they speak at most for the day on which they were read.
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
	yield problemAt(article, article.lineOf(['statusAsOf']), problem, remedy);
}

/** A rule's own dates come before the day the evidence speaks for, and its end after its start. */
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
		yield problemAt(text, line, `reviewBy is before the text was ${base}`, remedy);
	} else if (reviewBy > latest) {
		const remedy = `Write ${latest} or an earlier day.`;
		yield problemAt(text, line, `reviewBy is too late for a text ${base}`, remedy);
	}
}
