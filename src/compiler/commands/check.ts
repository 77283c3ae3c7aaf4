import { isApproved, type Approvable } from '../approvals/approvals.ts';
import { noticeVoid } from '../check/check-approvals.ts';
import { countCovered } from '../check/check-coverage.ts';
import { checkFuture } from '../check/check-future.ts';
import { checkBehind } from '../compare/check-behind.ts';
import { checkNotes } from '../compare/check-notes.ts';
import { countChanges } from '../compare/count-changes.ts';
import { openChanges, type ComparedWith } from '../compare/open-changes.ts';
import { englishNotes, englishOf } from '../read/corpus.ts';
import { newYorkDay } from '../base/dates.ts';
import { formatDiagnostic, formatNotice, sortDiagnostics } from '../base/diagnostic.ts';
import type { Io } from '../base/io.ts';
import { loadCorpus } from '../check/load-corpus.ts';
import type { SourceFolders } from '../read/read-sources.ts';

export interface CheckOptions extends SourceFolders, ComparedWith {}

/** Prints every problem of the content, and what is not as it was published. Gives the exit code. */
export function check(options: CheckOptions, io: Io): Promise<number> {
	const { value: corpus, diagnostics, unknownAuthors } = loadCorpus(options);
	const changes = openChanges(corpus, options);
	const compared = 'nothing' in changes ? undefined : changes;
	const unexplained = compared ? [...checkNotes(compared, corpus)] : [];
	const future = checkFuture(corpus, newYorkDay(io.now()));
	const problems = sortDiagnostics([...diagnostics, ...future, ...unexplained]);
	const notices = sortDiagnostics([...checkBehind(corpus, compared), ...noticeVoid(corpus)]);
	for (const diagnostic of problems) io.printError(formatDiagnostic(diagnostic));
	for (const notice of notices) io.printError(formatNotice(notice));

	const articles = englishOf(corpus);
	const notes = englishNotes(corpus);
	const isWaiting = (text: Approvable): boolean => !isApproved(text);
	const waiting = [
		`${String(articles.filter(isWaiting).length)} of ${counted(articles, 'article')}`,
		`${String(notes.filter(isWaiting).length)} of ${counted(notes, 'change note')}`
	];
	const texts = `${String(corpus.bodies.length)} texts of ${String(articles.length)} articles`;
	io.print(
		`${counted(problems, 'problem')} and ${counted(notices, 'notice')} in ${texts}. ` +
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

const counted = ({ length }: { readonly length: number }, noun: string): string =>
	length === 1 ? `1 ${noun}` : `${String(length)} ${noun}s`;
