import { isApproved, type Approvable } from '../approvals/approvals.ts';
import { checkVoidApprovals } from '../check/validity/check-approvals.ts';
import { countCovered } from '../check/evidence/check-coverage.ts';
import { checkFutureDates } from '../check/validity/check-future-dates.ts';
import { checkVoidRecordings } from '../check/structure/check-recordings.ts';
import { checkOutdatedTranslations } from '../compare/check-outdated-translations.ts';
import { checkNotes } from '../compare/check-notes.ts';
import { countChanges } from '../compare/count-changes.ts';
import { compareWithPublished, type ComparedWith } from '../compare/compare-with-published.ts';
import { dayAt, englishOf, textsIn } from '../read/corpus.ts';
import { counted } from '../base/counted.ts';
import { formatDiagnostic, formatNotice, sortDiagnostics } from '../base/diagnostic.ts';
import type { Io } from '../base/io.ts';
import { loadCorpus } from '../check/load-corpus.ts';
import type { SourceFolders } from '../read/read-sources.ts';

export interface CheckOptions extends SourceFolders, ComparedWith {}

/** Prints every problem of the content, and what changed since it was published. Gives the exit code. */
export function check(options: CheckOptions, io: Io): Promise<number> {
	const { value: corpus, diagnostics, unknownAuthors } = loadCorpus(options);
	const changes = compareWithPublished(corpus, options);
	const compared = 'nothing' in changes ? undefined : changes;
	const unexplained = compared ? [...checkNotes(compared, corpus)] : [];
	const future = checkFutureDates(corpus, dayAt(corpus, io.now()));
	const problems = sortDiagnostics([...diagnostics, ...future, ...unexplained]);
	const notices = sortDiagnostics([
		...checkOutdatedTranslations(corpus, compared),
		...checkVoidApprovals(corpus),
		...checkVoidRecordings(corpus)
	]);
	for (const diagnostic of problems) io.printError(formatDiagnostic(diagnostic));
	for (const notice of notices) io.printError(formatNotice(notice));

	const articles = englishOf(corpus);
	const notes = textsIn(corpus.changes, 'en');
	const isWaiting = (text: Approvable): boolean => !isApproved(text);
	const waiting = [
		`${String(articles.filter(isWaiting).length)} of ${counted(articles.length, 'article')}`,
		`${String(notes.filter(isWaiting).length)} of ${counted(notes.length, 'change note')}`
	];
	const texts = `${String(corpus.bodies.length)} texts of ${String(articles.length)} articles`;
	io.print(
		`${counted(problems.length, 'problem')} and ${counted(notices.length, 'notice')} in ${texts}. ` +
			`Waiting for two approvals: ${waiting.join(', ')}.`
	);
	if (unknownAuthors > 0) {
		io.print(`Author not known to Git: ${String(unknownAuthors)} of the approved texts.`);
	}
	const { covered, total, languages } = countCovered(corpus);
	if (total > 0) {
		const claims = `${String(covered)} of ${String(total)} claims covered`;
		io.print(`${claims}, in ${languages.join(' and ')}.`);
	}
	io.print('nothing' in changes ? changes.nothing : countChanges(changes));
	return Promise.resolve(problems.length > 0 ? 1 : 0);
}
