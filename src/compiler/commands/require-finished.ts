import { isApproved } from '../approvals/approvals.ts';
import { noticeVoid } from '../check/check-approvals.ts';
import { checkFuture } from '../check/check-future.ts';
import { checkNotes } from '../compare/check-notes.ts';
import { openChanges } from '../compare/open-changes.ts';
import { englishNotes, englishOf, type Corpus } from '../read/corpus.ts';
import { newYorkDay } from '../base/dates.ts';
import { formatDiagnostic, formatNotice, sortDiagnostics } from '../base/diagnostic.ts';
import type { Io } from '../base/io.ts';
import { Refusal } from '../base/refusal.ts';

export interface Release {
	/** Where the edition before lies, if there is one. */
	readonly out: string;
	readonly isDemo: boolean;
}

/**
 * R9: what goes out under a publisher's own keys was approved by two people, and says what changed.
 * A demo edition, which nobody reads, may do without; what is missing is said all the same.
 */
export function requireFinished(corpus: Corpus, { out, isDemo }: Release, io: Io): void {
	for (const notice of noticeVoid(corpus)) io.printError(formatNotice(notice));
	const future = [...checkFuture(corpus, newYorkDay(io.now()))];
	const changes = openChanges(corpus, { out });
	const unexplained = 'nothing' in changes ? [] : [...checkNotes(changes, corpus)];
	const open = sortDiagnostics([...future, ...unexplained]);
	for (const it of open) io.printError((isDemo ? formatNotice : formatDiagnostic)(it));
	if (isDemo) return;

	const waiting = waitingFor(corpus);
	if (waiting.length > 0) throw new Refusal(notApproved(waiting.map(({ name }) => name)));
	if (open.length === 0) return;
	const count = open.length === 1 ? 'a problem' : `${String(open.length)} problems`;
	throw new Refusal(`This cannot be published, for ${count}: see above.`);
}

/** English texts that two people have not approved: they stand behind every language. */
export const waitingFor = (corpus: Corpus) =>
	[...englishOf(corpus), ...englishNotes(corpus)].filter((text) => !isApproved(text));

const notApproved = (names: readonly string[]): string =>
	`Two people must approve each article and change note before release, each with:
    npm run edition:approve -- SLUG --as NAME --role ROLE
Not approved:
    ${names.join('\n    ')}`;
