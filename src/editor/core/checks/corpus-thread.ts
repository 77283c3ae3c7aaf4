// A thread of `CorpusChecker`: it checks the whole corpus while the screen stays free.
import { parentPort } from 'node:worker_threads';
import { sortDiagnostics } from '../../../compiler/base/diagnostic.ts';
import { checkVoidApprovals } from '../../../compiler/check/validity/check-approvals.ts';
import { checkCorpus } from '../../../compiler/check/check-corpus.ts';
import { checkFutureDates } from '../../../compiler/check/validity/check-future-dates.ts';
import { checkOutdatedTranslations } from '../../../compiler/compare/check-outdated-translations.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import { ContentFolder } from '../content/content-folder.ts';
import type { CorpusAnswer, CorpusJob } from './corpus-job.ts';

const before = new ParsedBefore();

parentPort?.on('message', ({ number, content, over, today }: CorpusJob) => {
	const sources = new ContentFolder(content).sources(new Map(over));
	const { value: corpus, diagnostics } = parseCorpus(sources, before);
	const problems = [...diagnostics, ...checkCorpus(corpus), ...checkFutureDates(corpus, today)];
	const notices = [...checkVoidApprovals(corpus), ...checkOutdatedTranslations(corpus, undefined)];
	const answer: CorpusAnswer = {
		number,
		problems: sortDiagnostics(problems),
		notices: sortDiagnostics(notices)
	};
	parentPort?.postMessage(answer);
});
