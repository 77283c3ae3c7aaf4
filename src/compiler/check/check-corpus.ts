import { checkProofs } from './check-approvals.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkDates } from './check-dates.ts';
import { checkRulesInForce } from './check-rules-in-force.ts';
import { checkDrawings } from './check-drawings.ts';
import { checkOverview } from './check-overview.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkFacts } from './check-facts.ts';
import { checkLines } from './words/check-lines.ts';
import { checkIdentity } from './check-identity.ts';
import { checkLinks } from './check-links.ts';
import { checkOrphans } from './check-orphans.ts';
import { checkReferences } from './check-references.ts';
import { checkStatus } from './check-status.ts';
import { checkLengths } from './check-lengths.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkSearch } from './check-search.ts';
import { checkReading } from './check-reading.ts';
import { checkSmallKinds } from './check-small-kinds.ts';
import { checkTranslations } from './check-translations.ts';
import { checkWeakFacts } from './check-weak-facts.ts';
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
	checkTranslations
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
