import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { charactersIn, sentencesOf, withoutQuotes, wordsOf } from '../../text/running-text.ts';
import { proseOf, type Prose } from '../../text/prose.ts';

/** The most words of a step and of a sentence: src/content/README.md, “Plain language”. */
const STEP_WORDS = 12;
const SENTENCE_WORDS = 20;
const CHINESE_SENTENCE_CHARACTERS = 25;

/** The most words of a field of a change note, and of the explanation of a term. */
const CHANGE_FIELD_WORDS = 40;
const TERM_WORDS = 25;

/** Fields that are shown in a table, and hold lists of names rather than sentences. */
const TABLE_CELLS: ReadonlySet<string> = new Set([
	'appliesTo',
	'doesNotApplyTo',
	'scopePlace',
	'scopePeople'
]);

const isChinese = (lang: LanguageTag): boolean => lang.startsWith('zh');

/** Limits the length of sentences, of steps and of the fields that are shown in a list or a notice. */
export function* checkLengths(corpus: Corpus): Generator<Diagnostic> {
	for (const prose of proseOf(corpus)) {
		if (!TABLE_CELLS.has(prose.place)) yield* checkSentences(prose);
		const most = isChinese(prose.lang) ? undefined : WORD_LIMITS[prose.place];
		const words = wordsOf(prose.text).length;
		if (most === undefined || words <= most) continue;
		const problem = `${WHAT[prose.place] ?? prose.place} has ${String(words)} words`;
		yield problemAt(prose, prose.line, problem, `Write at most ${String(most)} words.`);
	}
}

const WORD_LIMITS: Readonly<Record<string, number>> = {
	'#do': STEP_WORDS,
	'#say': STEP_WORDS,
	'#dont': STEP_WORDS,
	'#if-wrong': STEP_WORDS,
	plain: TERM_WORDS,
	what: CHANGE_FIELD_WORDS,
	why: CHANGE_FIELD_WORDS,
	doNow: CHANGE_FIELD_WORDS,
	before: CHANGE_FIELD_WORDS
};

const WHAT: Readonly<Record<string, string>> = {
	'#do': 'a step',
	'#say': 'a line to say',
	'#dont': 'a "do not"',
	'#if-wrong': 'a step'
};

/** Quotes do not count: they are not ours to shorten. */
function* checkSentences({ name, line, lang, text }: Prose): Generator<Diagnostic> {
	for (const sentence of sentencesOf(withoutQuotes(text))) {
		const [size, most, unit] = isChinese(lang)
			? [charactersIn(sentence), CHINESE_SENTENCE_CHARACTERS, 'characters']
			: [wordsOf(sentence).length, SENTENCE_WORDS, 'words'];
		if (size <= most) continue;
		const problem = `a sentence has ${String(size)} ${unit}: "${beginning(sentence)}"`;
		yield problemAt(
			{ name },
			line,
			problem,
			`Write at most ${String(most)}: make it two sentences.`
		);
	}
}

const beginning = (sentence: string): string => {
	const words = sentence.trim().split(/\s+/);
	return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : words.join(' ').slice(0, 40);
};
