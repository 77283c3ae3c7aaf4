import { checkCorpus } from './check-corpus.ts';
import type { Corpus } from './corpus.ts';
import { sortDiagnostics, type Parsed } from './diagnostic.ts';
import { parseCorpus } from './parse-corpus.ts';
import { readSources, type SourceFolders } from './read-sources.ts';

/** Reads, parses and checks a content folder: all problems of all files, in one run. */
export function loadCorpus(folders: SourceFolders): Parsed<Corpus> {
	const sources = readSources(folders);
	const corpus = parseCorpus(sources.value);
	const problems = checkCorpus(corpus.value);
	const diagnostics = [...sources.diagnostics, ...corpus.diagnostics, ...problems];
	return { value: corpus.value, diagnostics: sortDiagnostics(diagnostics) };
}
