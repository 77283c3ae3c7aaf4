import { isArticleId } from '#lib/edition/card.ts';
import { articleIds } from '../compile/compile-small-kinds.ts';
import { dayAt, textsIn, type Corpus } from '../read/corpus.ts';
import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import type { ChangeFront } from '../read/front-matter.ts';
import type { Baseline } from './read-baseline.ts';
import type { ContentChanges, TextChange } from './compare-content.ts';

/**
 * Reports articles that changed in English, were added or were withdrawn since the published edition,
 * and that no new change note names: phones mark them as changed, and a reader asks why. A corrected
 * typing error takes a `minor` note.
 */
export function* checkNotes(
	{ baseline, texts }: ContentChanges,
	corpus: Corpus
): Generator<Diagnostic> {
	const notes = newNotes(baseline, corpus);
	const since = `edition ${String(baseline.edition.version)}`;
	for (const change of texts) {
		if (change.lang !== 'en' || !isArticleId(change.id)) continue;
		if (notes.some((note) => isAbout(note, change.id, corpus))) continue;
		yield diagnose(change, since, corpus);
	}
}

/**
 * The change notes that the published edition does not have, which phones show as new. A demo edition
 * has no readers, so there a note of its own day counts as new, too: whoever builds again to look at a
 * text need not write a second note.
 */
export function newNotes({ edition }: Baseline, corpus: Corpus): ChangeFront[] {
	const known = new Set(edition.changes.map(({ slug }) => slug));
	const builtOn = dayAt(corpus, new Date(edition.issued));
	const isNew = ({ slug, date }: ChangeFront): boolean =>
		!known.has(slug) || (edition.publisher.isDemo && date >= builtOn);
	return textsIn(corpus.changes, 'en')
		.map(({ fields }) => fields)
		.filter(isNew);
}

/** A note without articles is about all of them. */
export function isAbout(note: ChangeFront, id: string, corpus: Corpus): boolean {
	return note.articles.length === 0 || articleIds(note, corpus).includes(id);
}

function diagnose(change: TextChange, since: string, { publisher }: Corpus): Diagnostic {
	const slug = change.id.split('/')[1] ?? '';
	if (change.state === 'withdrawn') {
		const problem = `"${change.id}" was in ${since} and is gone, and no new change note names it`;
		const remedy = `Enter it under "withdrawn" here, and write a note in changes/ that names ${slug}; or bring it back.`;
		return problemAt(publisher, publisher.lineOf(['withdrawn']), problem, remedy);
	}
	const { now, parts, state } = change;
	const [first] = parts;
	if (state === 'added') {
		const problem = `new since ${since}, and no new change note names it`;
		return problemAt(now, 1, problem, remedyFor(slug));
	}
	const names = parts.map(({ part }) => part).join(', ');
	const problem = `changed since ${since} (${names}), and no new change note names it`;
	return problemAt(now, now.lineOfPart(first?.part ?? ''), problem, remedyFor(slug));
}

const remedyFor = (slug: string): string =>
	`Write a note in changes/ that names ${slug}, and name it first in "changes" here: major if a reader does something else now, minor for a slip of the pen.`;
