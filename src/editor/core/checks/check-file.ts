import { TEXT_CHECKS } from '../../../compiler/check/check-corpus.ts';
import { sortDiagnostics, type Diagnostic } from '../../../compiler/base/diagnostic.ts';
import type { Corpus, Family } from '../../../compiler/read/corpus.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { placeOf } from '../../../compiler/read/parse-source.ts';
import { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import type { SourceFile } from '../../../compiler/read/source-file.ts';

/**
 * What is wrong with one text, while somebody types it: the compiler's own checks, which see this text
 * and its English, and of `corpus` only what it may name. Everything that it reports the check of the
 * whole corpus reports, too.
 */
export function checkFile(
	file: SourceFile,
	english: SourceFile | undefined,
	corpus: Corpus,
	before = new ParsedBefore()
): Diagnostic[] {
	const place = placeOf(file);
	if (!place || 'problem' in place) return place ? [place] : [];
	const files = english && english.path !== file.path ? [english, file] : [file];
	const { value: own, diagnostics } = parseCorpus(files, before);
	const alone = scopedTo(own, corpus);
	const found = TEXT_CHECKS.flatMap((check) => [...check(alone)]);
	return sortDiagnostics([...diagnostics, ...found].filter((it) => it.file === file.name));
}

/** A corpus in which only these texts are looked at, and all others can be named. */
function scopedTo(own: Corpus, corpus: Corpus): Corpus {
	const named = [...own.guides.values(), ...own.directives.values()].flatMap((texts) =>
		[...texts.values()].flatMap(({ fields }) => fields.changes)
	);
	const notes = new Map(
		named.flatMap((slug) => {
			const texts = corpus.changes.get(slug);
			return texts ? [[slug, texts] as const] : [];
		})
	);
	const languages = new Set<string>(own.bodies.map(({ lang }) => lang).concat('en'));
	return {
		...corpus,
		guides: own.guides,
		directives: own.directives,
		contacts: own.contacts,
		terms: union(termsIn(corpus.terms, languages), own.terms),
		changes: union(notes, own.changes),
		sources: new Map([...corpus.sources, ...own.sources]),
		bodies: own.bodies,
		known: new Set([...corpus.known, ...own.known])
	};
}

const union = <Text>(all: Family<Text>, own: Family<Text>): Family<Text> =>
	new Map([...all, ...own]);

const termsIn = <Text>(family: Family<Text>, languages: ReadonlySet<string>): Family<Text> =>
	new Map(
		[...family].map(([slug, texts]) => [
			slug,
			new Map([...texts].filter(([lang]) => languages.has(lang)))
		])
	);
