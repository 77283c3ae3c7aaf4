import type { Corpus } from '../../read/corpus.ts';
import type { LanguageFront, LINE_CHECKS } from '../../read/language-front.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { alignedTexts, type AlignedText } from '../../text/aligned-texts.ts';
import type { Prose } from '../../text/prose.ts';
import { glossaryOf } from './glossary.ts';
import { differentNumbers, lostNames, lostNegation } from './line-differences.ts';

/** What is wrong with a line of a translation. */
interface Finding {
	readonly check: (typeof LINE_CHECKS)[number];
	readonly line: Prose;
	readonly problem: string;
	readonly remedy: string;
}

/**
 * Compares each translation with its English, line by line, by what `languages/<lang>.yaml` knows of the
 * language: the word of the glossary for each concept, numbers, names, negations, and words that never
 * stand in it. A block that is behind is looked at for those words only.
 */
export function* checkLines(corpus: Corpus): Generator<Diagnostic> {
	const used = new Set<Exception>();
	const seen = new Set<string>();
	for (const text of alignedTexts(corpus)) {
		const language = corpus.languages.get(text.lang)?.fields;
		if (!language) continue;
		if (text.isCurrent) seen.add(`${text.lang} ${text.id}`);
		for (const { check, line, problem, remedy } of findingsIn(text, language, corpus)) {
			const exception = language.exceptions.find(
				(it) => it.check === check && it.text === text.id && line.text.includes(it.words)
			);
			if (exception) used.add(exception);
			else yield problemAt(line, line.line, problem, remedy);
		}
	}
	for (const [lang, file] of corpus.languages) {
		for (const [index, exception] of file.fields.exceptions.entries()) {
			if (used.has(exception) || !seen.has(`${lang} ${exception.text}`)) continue;
			const problem = `no line of "${exception.text}" needs this exception any more`;
			yield problemAt(file, file.lineOf(['exceptions', index]), problem, 'Delete it.');
		}
	}
	yield* checkTerms(corpus);
}

type Exception = LanguageFront['exceptions'][number];

function* findingsIn(
	text: AlignedText,
	language: LanguageFront,
	corpus: Corpus
): Generator<Finding> {
	yield* slipsIn(text, language);
	yield* lostTerms(text, language, corpus);
	for (const { english, own } of text.lines) {
		const { lost, added } = differentNumbers(english, own.text);
		if (lost.length > 0) {
			const problem = `the English has ${lost.join(', ')} here, and this line does not`;
			yield { check: 'number', line: own, problem, remedy: remedyFor('Write the number', text) };
		}
		if (added.length > 0) {
			const problem = `${added.join(', ')} is not in the English of this line`;
			const remedy = remedyFor('Take it out, or correct it', text);
			yield { check: 'number', line: own, problem, remedy };
		}
		const names = lostNames(english, own.text, corpus.site.fields.translatedNames);
		if (names.length > 0) {
			const problem = `the English has ${names.join(', ')} here, and this line does not`;
			const remedy = remedyFor('Names stay as they are, in Latin letters', text);
			yield { check: 'name', line: own, problem, remedy };
		}
		const negation =
			language.negations.length > 0 && lostNegation(english, own.text, language.negations);
		if (negation) {
			const problem = `the English says "${negation}", and nothing here says "not": ${shortened(english)}`;
			const remedy = remedyFor('Say what not to do, or what is not so', text);
			yield { check: 'negation', line: own, problem, remedy };
		}
	}
}

function* slipsIn(
	{ own, lines, english, lang }: AlignedText,
	{ slips }: LanguageFront
): Generator<Finding> {
	const beside = new Map(lines.map((line) => [line.own, line.english]));
	const all = english.map(({ text }) => text).join('\n');
	for (const line of own) {
		for (const { pattern, why, unless } of slips) {
			const [found] = pattern.exec(line.text) ?? [];
			if (found === undefined || unless?.test(beside.get(line) ?? all) === true) continue;
			const problem = `"${found}" is not what is meant here`;
			yield { check: 'slip', line, problem, remedy: remedyFor(why, { lang }) };
		}
	}
}

/** One word for each concept: where the English has it, the translation has its own, in the same block. */
function* lostTerms(
	text: AlignedText,
	{ terms }: LanguageFront,
	corpus: Corpus
): Generator<Finding> {
	for (const { slug, en, within } of glossaryOf(corpus)) {
		const word = corpus.terms.get(slug)?.get(text.lang)?.fields.term;
		const patterns = terms[slug] ?? [];
		if (word === undefined || patterns.length === 0) continue;
		for (const { english, own } of text.places) {
			const found = english.map((it) => en.exec(it.text)?.[0]).find((it) => it !== undefined);
			const [line] = own;
			if (found === undefined || !line) continue;
			const looked = within === 'block' ? own : text.own;
			if (looked.some((it) => patterns.some((pattern) => pattern.test(it.text)))) continue;
			const problem = `the English has "${found}" here, and the translation not its "${word}"`;
			const remedy = remedyFor(`Use the word of terms/${slug}`, text);
			yield { check: 'term', line, problem, remedy };
			if (within === 'text') break;
		}
	}
}

const remedyFor = (what: string, { lang }: Pick<AlignedText, 'lang'>): string =>
	`${what.replace(/[.\s]+$/, '')}. If this line is right, name it under "exceptions" in languages/${lang}.yaml.`;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)} …` : text);

/** The term that readers learn is one that is found in running text, and each pattern is of a term. */
function* checkTerms(corpus: Corpus): Generator<Diagnostic> {
	const { languages, terms } = corpus;
	const glossary = glossaryOf(corpus);
	for (const [lang, file] of languages) {
		if (file.fields.lang !== lang) {
			const problem = `lang is ${file.fields.lang}, but the file is called ${lang}.yaml`;
			yield problemAt(file, file.lineOf(['lang']), problem, 'Make them the same.');
		}
		for (const [slug, patterns] of Object.entries(file.fields.terms)) {
			const line = file.lineOf(['terms', slug]);
			const term = [...(terms.get(slug)?.values() ?? [])].find((it) => it.lang === lang);
			if (!glossary.some((it) => it.slug === slug)) {
				const remedy = 'Take it out, or add the word under "concepts" in site.json.';
				yield problemAt(file, line, `the glossary has no term "${slug}"`, remedy);
			}
			if (!term || patterns.some((it) => it.test(term.fields.term))) continue;
			const problem = `"${term.fields.term}" is not the word that the check knows for this concept`;
			const remedy = `Put the new word under ${slug} in languages/${lang}.yaml, too.`;
			yield problemAt(term, term.lineOf(['term']), problem, remedy);
		}
	}
}
