import { checkProofs } from './validity/check-approvals.ts';
import { checkBlocks } from './structure/check-blocks.ts';
import { checkCoverage } from './evidence/check-coverage.ts';
import { checkDates } from './validity/check-dates.ts';
import { checkRulesInForce } from './validity/check-rules-in-force.ts';
import { checkDrawings } from './structure/check-drawings.ts';
import { checkOverview } from './structure/check-overview.ts';
import { checkEvidence } from './evidence/check-evidence.ts';
import { checkFacts } from './evidence/check-facts.ts';
import { checkLines } from './words/check-lines.ts';
import { checkIdentity } from './structure/check-identity.ts';
import { checkLinks } from './structure/check-links.ts';
import { checkOrphans } from './structure/check-orphans.ts';
import { checkReferences } from './structure/check-references.ts';
import { checkStatus } from './validity/check-status.ts';
import { checkLengths } from './words/check-lengths.ts';
import { checkQuotes } from './evidence/check-quotes.ts';
import { checkSearch } from './structure/check-search.ts';
import { checkReading } from './words/check-reading.ts';
import { checkSmallKinds } from './structure/check-small-kinds.ts';
import { checkTranslations } from './words/check-translations.ts';
import { checkWeakFacts } from './evidence/check-weak-facts.ts';
import { checkRecordings } from './structure/check-recordings.ts';
import { checkWords } from './words/check-words.ts';
import type { Corpus } from '../read/corpus.ts';
import type { Diagnostic } from '../base/diagnostic.ts';

/** A rule family. It reads the parsed corpus and nothing else: no disk, no clock. */
type CorpusCheck = (corpus: Corpus) => Iterable<Diagnostic>;

/** Those that can tell from one text, and what it names, what is wrong with it. */
export const TEXT_CHECKS: readonly CorpusCheck[] = [
	checkIdentity,
	checkReferences,
	checkLinks,
	checkBlocks,
	checkDrawings,
	checkOverview,
	checkFacts,
	checkWeakFacts,
	checkDates,
	checkStatus,
	checkLengths,
	checkReading,
	checkQuotes,
	checkWords,
	checkLines,
	checkTranslations,
	checkRecordings
];

/** Those that need all texts beside each other. */
const WHOLE_CHECKS: readonly CorpusCheck[] = [
	checkCoverage,
	checkEvidence,
	checkOrphans,
	checkRulesInForce,
	checkSmallKinds,
	checkSearch,
	checkProofs
];

/** Every problem of a corpus that could be parsed. */
export const checkCorpus = (corpus: Corpus): Diagnostic[] =>
	[...TEXT_CHECKS, ...WHOLE_CHECKS].flatMap((check) => [...check(corpus)]);
