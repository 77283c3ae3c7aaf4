import type { Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { unitsOf } from '../../read/parse-body.ts';
import { hasOpenQuote, quotesIn, withoutQuotes, wordsOf } from '../../text/running-text.ts';
import { proseOf, type Prose } from '../../text/prose.ts';
import { wordRuns } from '../../text/word-runs.ts';

/** The most words that a quote may have. */
const QUOTE_WORDS = 25;
/** So many words in a row that a source has, too, are copied, and must be marked as a quote. */
const COPIED_WORDS = 8;

/** Quotes are short and marked, and nothing is copied without marks. */
export function* checkQuotes(corpus: Corpus): Generator<Diagnostic> {
	const runs = runsOfFacts(corpus);
	for (const prose of proseOf(corpus)) {
		if (hasOpenQuote(prose.text)) {
			const remedy = 'Set the mark at the other end, too: " and ", or “ and ”.';
			yield problemAt(prose, prose.line, 'a quotation mark has no partner', remedy);
			continue;
		}
		yield* checkQuoteLengths(prose, quotesIn(prose.text));
		yield* checkCopies(prose, runs);
	}
	yield* checkSayLines(corpus);
	// a claim is published in our words, too
	for (const { name, fields, lineOf } of corpus.claims.values()) {
		yield* checkCopies({ name, line: lineOf(['claim']), text: fields.claim }, runs);
	}
	for (const source of corpus.sources.values()) {
		const line = source.lineOf(['quote']);
		const { quote = '' } = source.fields;
		yield* checkQuoteLengths({ name: source.name, line, lang: 'en' }, [quote]);
	}
}

/** Each line of {#say} has the words that a reader says aloud in quotes. */
function* checkSayLines({ bodies }: Corpus): Generator<Diagnostic> {
	for (const body of bodies) {
		const say = body.blocks.find(({ anchor }) => anchor === 'say');
		for (const { line, text } of say ? unitsOf(say) : []) {
			// a mark without its partner is reported as such
			if (quotesIn(text).length > 0 || hasOpenQuote(text)) continue;
			const remedy = 'Put the words to be said in double quotes: - "Please wait."';
			yield problemAt(body, line, 'a line to say has no words in quotes', remedy);
		}
	}
}

function* checkQuoteLengths(
	{ name, line, lang }: Pick<Prose, 'name' | 'line' | 'lang'>,
	quotes: readonly string[]
): Generator<Diagnostic> {
	if (lang.startsWith('zh')) return; // no spaces to count words by
	for (const quote of quotes) {
		const words = wordsOf(quote).length;
		if (words <= QUOTE_WORDS) continue;
		const problem = `a quote has ${String(words)} words`;
		yield problemAt({ name }, line, problem, `Quote at most ${String(QUOTE_WORDS)} words.`);
	}
}

/** Every run of words in the quotes of the facts → the fact. */
function runsOfFacts({ facts }: Corpus): ReadonlyMap<string, string> {
	const runs = new Map<string, string>();
	for (const [id, { fields }] of facts) {
		for (const run of wordRuns(fields.quote, COPIED_WORDS)) runs.set(run, id);
	}
	return runs;
}

function* checkCopies(
	{ name, line, text }: Pick<Prose, 'name' | 'line' | 'text'>,
	runs: ReadonlyMap<string, string>
): Generator<Diagnostic> {
	// words before and after a quote are not in a row
	const own = withoutQuotes(text).split(/ [.…] /);
	const run = own.flatMap((it) => wordRuns(it, COPIED_WORDS)).find((it) => runs.has(it));
	if (run === undefined) return;
	const fact = runs.get(run) ?? '';
	const problem = `copies ${String(COPIED_WORDS)} words of the quote of fact ${fact}: "${run}"`;
	const remedy = 'Say it in your own words, or mark it as a quote and say whose it is.';
	yield problemAt({ name }, line, problem, remedy);
}
