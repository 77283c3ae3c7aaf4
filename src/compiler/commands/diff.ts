import { isArticleId } from '#lib/edition/card.ts';
import { isAbout, newNotes } from '../compare/check-notes.ts';
import type { ContentChanges, TextChange } from '../compare/compare-content.ts';
import { countChanges } from '../compare/count-changes.ts';
import { compareWithPublished, type ComparedWith } from '../compare/compare-with-published.ts';
import { IN_COLOUR, PLAIN, showChange } from '../compare/show-changes.ts';
import type { Corpus } from '../read/corpus.ts';
import { formatDiagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import type { ChangeFront } from '../read/front-matter.ts';
import type { Io } from '../base/io.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { readSources, type SourceFolders } from '../read/read-sources.ts';

export interface DiffOptions extends SourceFolders, ComparedWith {
	/** For machines, in place of the words on a screen. */
	readonly json: boolean;
}

/** Prints how the content differs from the published edition, text by text and word by word. */
export function diff({ json, ...options }: DiffOptions, io: Io): Promise<number> {
	// unchecked: a text that is still being written can be compared, too
	const { value: corpus, diagnostics } = parseCorpus(readSources(options).value);
	for (const diagnostic of sortDiagnostics(diagnostics))
		io.printError(formatDiagnostic(diagnostic));
	const changes = compareWithPublished(corpus, options);
	if ('nothing' in changes) {
		io.print(json ? JSON.stringify({ against: null }) : changes.nothing);
		return Promise.resolve(0);
	}
	if (json) io.print(JSON.stringify(toJson(changes, corpus), null, '\t'));
	else printChanges(changes, corpus, io);
	return Promise.resolve(0);
}

function printChanges(changes: ContentChanges, corpus: Corpus, io: Io): void {
	const marks = io.hasColours === true ? IN_COLOUR : PLAIN;
	for (const change of changes.texts)
		io.print(showChange(change, noteOf(change, changes, corpus), marks));
	io.print(countChanges(changes));
}

/** The new change note that says why, the major one first. */
function noteOf(
	{ id }: TextChange,
	{ baseline }: ContentChanges,
	corpus: Corpus
): ChangeFront | undefined {
	if (!isArticleId(id)) return undefined;
	const about = newNotes(baseline, corpus).filter((note) => isAbout(note, id, corpus));
	return about.find(({ importance }) => importance === 'major') ?? about[0];
}

function toJson(changes: ContentChanges, corpus: Corpus) {
	const { folder, edition } = changes.baseline;
	const { version, issued, publisher } = edition;
	const texts = changes.texts.map((change) => {
		const note = noteOf(change, changes, corpus);
		const { id, lang, state, parts } = change;
		const { title } = change.state === 'withdrawn' ? change.was : change.now;
		const why = note && { slug: note.slug, importance: note.importance };
		return { id, lang, state, title, note: why ?? null, parts };
	});
	return { against: { folder, version, issued, isDemo: publisher.isDemo }, texts };
}
