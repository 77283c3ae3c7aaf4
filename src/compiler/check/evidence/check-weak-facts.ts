import { articlesOf, textsIn, type Corpus, type SmallText } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { ContactFront, TermFront } from '../../read/front-matter.ts';
import { isWeak, type Fact } from '../../read/json-files.ts';
import { proseOf } from '../../text/prose.ts';
import { wordRuns } from '../../text/word-runs.ts';

/** So many equal words in a row are no coincidence. */
const SAME_WORDS = 5;

/** Fields that are shown without their article, in lists and notices and on cards. They have no markers. */
const BARE_PLACES: ReadonlySet<string> = new Set([
	...['title', 'summary', 'does', 'plain', 'what', 'why', 'doNow', 'before']
]);

/** Reports weak facts outside the bodies of articles, where no marker shows what a text rests on. */
export function* checkWeakFacts(corpus: Corpus): Generator<Diagnostic> {
	const { contacts, terms } = corpus;
	for (const text of [...textsIn(contacts, 'en'), ...textsIn(terms, 'en')]) {
		yield* checkFacts(text, corpus);
	}
	for (const contact of textsIn(contacts, 'en')) yield* checkConfidence(contact, corpus);
	yield* checkNotices(corpus);
	yield* checkWords(corpus);
}

function* checkFacts(
	text: SmallText<ContactFront | TermFront>,
	{ facts }: Corpus
): Generator<Diagnostic> {
	for (const [index, id] of text.fields.facts.entries()) {
		const fact = facts.get(id)?.fields;
		if (!fact || !isWeak(fact)) continue;
		const problem = `fact ${id} is ${fact.confidence}: no ${text.fields.kind} may rest on it`;
		const remedy = 'Find a source that confirms it, or take the text out until there is one.';
		yield problemAt(text, text.lineOf(['facts', index]), problem, remedy);
	}
}

/** A contact has at most the confidence of its weakest fact. */
function* checkConfidence(
	contact: SmallText<ContactFront>,
	{ facts }: Corpus
): Generator<Diagnostic> {
	if (contact.fields.confidence !== 'high') return;
	const used = contact.fields.facts.flatMap((id) => facts.get(id)?.fields ?? []);
	const weaker = used.find(({ confidence }) => confidence === 'medium');
	if (!weaker) return;
	const problem = `confidence is high, but fact ${weaker.id} is medium`;
	yield problemAt(contact, contact.lineOf(['confidence']), problem, 'Write medium.');
}

/** The sources of a change note confirm it: readers get a note without its article. */
function* checkNotices({ changes, sources, facts }: Corpus): Generator<Diagnostic> {
	for (const note of textsIn(changes, 'en')) {
		for (const [index, slug] of note.fields.sources.entries()) {
			const source = sources.get(slug)?.fields;
			const behind = source?.facts.flatMap((id) => facts.get(id)?.fields ?? []) ?? [];
			const isLow = source?.grade === 'low' || (behind.length > 0 && behind.every(isWeak));
			if (!isLow) continue;
			const problem = `a notice rests on "${slug}", which confirms nothing`;
			const remedy =
				'Name a better source, or leave the statement to {#unconfirmed} of its article.';
			yield problemAt(note, note.lineOf(['sources', index]), problem, remedy);
		}
	}
}

function* checkWords(corpus: Corpus): Generator<Diagnostic> {
	const runs = new Map<string, Fact>();
	for (const { fields } of corpus.facts.values()) {
		const said = isWeak(fields) ? [fields.statement, fields.quote] : [];
		for (const run of said.flatMap((it) => wordRuns(it, SAME_WORDS))) runs.set(run, fields);
	}
	// it may name what is unclear, to say that it is not confirmed
	const unclear = new Set(
		articlesOf(corpus)
			.filter(isUnclear)
			.map(({ name }) => name)
	);
	for (const prose of proseOf(corpus)) {
		if (!BARE_PLACES.has(prose.place) || unclear.has(prose.name)) continue;
		const run = wordRuns(prose.text, SAME_WORDS).find((it) => runs.has(it));
		const fact = run === undefined ? undefined : runs.get(run);
		if (!fact) continue;
		const problem = `${prose.place} says what fact ${fact.id} says, which is ${fact.confidence}: "${run ?? ''}"`;
		const remedy = 'Leave it out here: it may stand under {#unconfirmed} only, with who says it.';
		yield problemAt(prose, prose.line, problem, remedy);
	}
}

const isUnclear = ({ fields }: ReturnType<typeof articlesOf>[number]): boolean =>
	fields.kind === 'directive' && fields.status === 'unclear';
