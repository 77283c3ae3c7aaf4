import { articlesOf, englishOf, type ArticleText, type Corpus } from './corpus.ts';
import { addDays, lastDay } from './dates.ts';
import { compareText, problemAt, type Diagnostic } from './diagnostic.ts';
import type { Located } from './parse-yaml.ts';

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

/** §5.1.2: "not later than" compares last days. An undated source counts from when it was read. */
function* checkStatusAsOf(article: ArticleText, { sources }: Corpus): Generator<Diagnostic> {
	const { statusAsOf } = article.fields;
	const dates = article.fields.sources
		.flatMap((slug) => sources.get(slug)?.fields ?? [])
		.map(({ docDate, retrievedOn }) => lastDay(docDate ?? retrievedOn));
	const newest = dates.sort(compareText).at(-1);
	if (newest === undefined || lastDay(statusAsOf) <= newest) return;
	const problem = `statusAsOf ${statusAsOf} is later than the newest source (${newest})`;
	const remedy = 'Write the day that the evidence speaks for, not the day of writing.';
	yield problemAt(article, article.lineOf(['statusAsOf']), problem, remedy);
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
