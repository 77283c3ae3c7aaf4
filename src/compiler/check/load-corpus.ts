import { checkLook } from '../../build/site/read-site.ts';
import { checkAuthors } from './validity/check-approvals.ts';
import { lastAuthors } from '../approvals/last-authors.ts';
import { checkCorpus } from './check-corpus.ts';
import type { Corpus } from '../read/corpus.ts';
import { sortDiagnostics, type Diagnostic, type Parsed } from '../base/diagnostic.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { readSources, type SourceFolders } from '../read/read-sources.ts';

export interface LoadedCorpus extends Parsed<Corpus> {
	/** Approved texts whose last author Git does not know. */
	readonly unknownAuthors: number;
}

/** Reads, parses and checks a content folder: all problems of all files, in one run. */
export function loadCorpus(folders: SourceFolders): LoadedCorpus {
	const sources = readSources(folders);
	const corpus = parseCorpus(sources.value);
	const authors = checkAuthors(corpus.value, lastAuthors);
	const look = checkLook(folders.content, corpus.value.site.fields).map(toDiagnostic);
	const problems = [...checkCorpus(corpus.value), ...authors.problems, ...look];
	const diagnostics = [...sources.diagnostics, ...corpus.diagnostics, ...problems];
	return {
		value: corpus.value,
		diagnostics: sortDiagnostics(diagnostics),
		unknownAuthors: authors.unknown
	};
}

/** The build says problem and remedy in one sentence, and this check in two. */
const toDiagnostic = ({
	file,
	problem,
	remedy
}: ReturnType<typeof checkLook>[number]): Diagnostic => ({
	...{ file, line: 1, problem },
	remedy: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`
});
