import { isApproved } from '../approvals/approvals.ts';
import { checkVoidApprovals } from '../check/validity/check-approvals.ts';
import { checkFutureDates } from '../check/validity/check-future-dates.ts';
import { checkNotes } from '../compare/check-notes.ts';
import { compareWithPublished } from '../compare/compare-with-published.ts';
import {
	dayAt,
	englishOf,
	textsIn,
	type ArticleText,
	type Corpus,
	type SmallText
} from '../read/corpus.ts';
import type { ChangeFront } from '../read/front-matter.ts';
import { formatDiagnostic, formatNotice, sortDiagnostics } from '../base/diagnostic.ts';
import type { Io } from '../base/io.ts';
import { Refusal } from '../base/refusal.ts';

export interface UnfinishedOptions {
	/** The folder of the previous edition, if there is one. */
	readonly out: string;
	readonly isDemo: boolean;
}

/**
 * Refuses a publisher's own edition with a text that two people have not approved (ADR 0020), with a
 * date in the future, or with a change that no change note explains. A demo edition is let through,
 * because nobody reads it; what is missing is printed all the same.
 */
export function refuseUnfinished(corpus: Corpus, { out, isDemo }: UnfinishedOptions, io: Io): void {
	for (const notice of checkVoidApprovals(corpus)) io.printError(formatNotice(notice));
	const future = [...checkFutureDates(corpus, dayAt(corpus, io.now()))];
	const changes = compareWithPublished(corpus, { out });
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

/** English articles and change notes without two approvals. Translations follow the English. */
export const waitingFor = (corpus: Corpus): (ArticleText | SmallText<ChangeFront>)[] =>
	[...englishOf(corpus), ...textsIn(corpus.changes, 'en')].filter((text) => !isApproved(text));

const notApproved = (names: readonly string[]): string =>
	`Two people must approve each article and change note before release, each with:
    npm run edition:approve -- SLUG --as NAME --role ROLE
Not approved:
    ${names.join('\n    ')}`;
