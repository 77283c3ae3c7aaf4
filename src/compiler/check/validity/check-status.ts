import type { Status } from '#lib/edition/vocabulary.ts';
import { englishOf, type ArticleText, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { DirectiveFront } from '../../read/front-matter.ts';

type Field = 'statusNote' | 'scopePlace' | 'scopePeople' | 'court' | 'appeal';

/** The fields that a directive of each status must have: src/content/README.md, “Status codes”. */
const REQUIRED: Readonly<Partial<Record<Status, readonly Field[]>>> = {
	in_force_challenged: ['statusNote', 'court', 'appeal'],
	partly_blocked: ['statusNote', 'scopePlace', 'scopePeople', 'court', 'appeal'],
	blocked: ['statusNote', 'court', 'appeal'],
	unclear: ['statusNote'],
	not_law: ['statusNote']
};

/** Statuses of rules that no longer exist: only these have an end date or a successor. */
const GONE: ReadonlySet<Status> = new Set(['replaced', 'withdrawn', 'ended']);

/** A directive has the fields that its status requires, and none that contradict it. */
export function* checkStatus(corpus: Corpus): Generator<Diagnostic> {
	for (const article of englishOf(corpus)) {
		const { fields } = article;
		if (fields.kind === 'guide') continue;
		yield* checkFields(article, fields);
		yield* checkEnd(article, fields);
	}
}

function* checkFields(article: ArticleText, fields: DirectiveFront): Generator<Diagnostic> {
	const { status, form } = fields;
	const at = (field: keyof DirectiveFront) => article.lineOf([field]);
	if (form === 'explainer' && status) {
		yield problemAt(article, at('status'), 'an explainer has no status', 'Delete the field.');
	}
	if (form !== 'explainer' && !status) {
		const remedy = 'Write one of the codes of src/content/README.md; only an explainer has none.';
		yield problemAt(article, at('form'), `status is missing on a ${form}`, remedy);
	}
	for (const field of (status && REQUIRED[status]) ?? []) {
		if (fields[field] !== undefined) continue;
		const problem = `${field} is missing: the status is ${String(status)}`;
		yield problemAt(article, at('status'), problem, REMEDIES[field]);
	}
	if (status === 'replaced' && fields.replacedBy.length === 0 && !fields.replacedByNote) {
		const remedy = 'Name the successor in replacedBy, or say it in replacedByNote.';
		yield problemAt(article, at('status'), 'nothing says what replaced it', remedy);
	}
	if (fields.court !== undefined && fields.appeal === undefined) {
		if (status && REQUIRED[status]?.includes('appeal')) return; // said above
		yield problemAt(article, at('court'), 'appeal is missing: it is in court', REMEDIES.appeal);
	}
}

const REMEDIES: Readonly<Record<Field, string>> = {
	statusNote: 'Say in at most 240 characters what is in doubt, and by whom.',
	scopePlace: 'Say in which places it is stopped.',
	scopePeople: 'Say for which people it is stopped.',
	court: 'Name the court.',
	appeal: 'Write none, pending or unknown.'
};

function* checkEnd(article: ArticleText, fields: DirectiveFront): Generator<Diagnostic> {
	const { status, replacedBy, endedOn } = fields;
	if (!status || GONE.has(status)) return;
	if (replacedBy.length > 0) {
		const problem = `it has a successor, but its status is ${status}`;
		const remedy = 'Write status: replaced, or take the successor out of replacedBy.';
		yield problemAt(article, article.lineOf(['replacedBy']), problem, remedy);
	}
	if (endedOn !== undefined) {
		const problem = `it ended on ${endedOn}, but its status is ${status}`;
		const remedy = 'Write status: ended, withdrawn or replaced, or delete endedOn.';
		yield problemAt(article, article.lineOf(['endedOn']), problem, remedy);
	}
}
