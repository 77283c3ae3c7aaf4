import { compareWords } from '#lib/edition/text/compare-words.ts';
import type { EditorTask } from '../../compiler/report/editor-tasks.ts';
import { sha256 } from '../../compiler/base/text-hash.ts';
import type { SourceMemory } from '../memory/source-memory.ts';
import { findQuote, lettersOf, nearestWords } from '../reading/find-quote.ts';

/** A quote that a source must have. */
export interface Quote {
	readonly fact: string;
	readonly words: string;
}

/** What an editor should look at, if a second reading finds the same. */
export interface Finding extends Pick<EditorTask, 'kind' | 'severity' | 'title' | 'details'> {
	/** Says the same of the same, and something else of anything else. */
	readonly finding: string;
}

/** What is wrong with a source by its last reading, for what it is cited for. */
export function findFindings(memory: SourceMemory, quotes: readonly Quote[]): Finding[] {
	const { reading } = memory;
	const moved = movedFindings(memory);
	switch (reading.state) {
		case 'read':
			return [...moved, ...quoteFindings(memory, reading.text, quotes), ...changed(memory)];
		case 'missing': {
			const title = `The page is gone (status ${String(reading.status)}).`;
			const details = quotes.map(({ fact, words }) => `Fact ${fact} quotes it: "${words}"`);
			return [aFinding('page-gone', 'high', title, details, String(reading.status))];
		}
		case 'unreadable':
		case 'unanswered': {
			const title = UNREADABLE[reading.why] ?? 'It cannot be read.';
			const about = reading.state === 'unreadable' ? reading.why : `unanswered ${reading.why}`;
			const details = [reading.detail, 'Look by hand.'].filter((it) => it !== '');
			return [...moved, aFinding('unreadable', 'look', title, details, about), ...changed(memory)];
		}
	}
}

/** Whether a reading says that a kind of finding, which it has not, is no longer so. */
export function settles(memory: SourceMemory, kind: EditorTask['kind']): boolean {
	const { state } = memory.reading;
	if (kind === 'page-moved') return state !== 'unanswered';
	if (kind === 'page-gone' || kind === 'unreadable') return state === 'read' || state === 'missing';
	return state === 'read';
}

const UNREADABLE: Readonly<Record<string, string>> = {
	captcha: 'A captcha stands before the page.',
	'cookie-wall': 'A cookie wall stands before the page.',
	'script-only': 'The page is written by scripts, which are not run.',
	'pdf-without-text': 'The PDF has no text.',
	'wrong-type': 'It is neither a page nor a PDF.',
	refused: 'The host refuses the page.',
	robots: 'The host asks robots not to read the page.',
	unreachable: 'The host cannot be reached.',
	deadline: 'The host does not answer in time.',
	'too-large': 'The answer is too large.',
	redirects: 'The page leads round in circles.'
};

function movedFindings({ movedTo }: SourceMemory): Finding[] {
	if (movedTo === undefined) return [];
	const details = [`It leads to ${movedTo}`];
	return [aFinding('page-moved', 'low', 'The page has another address now.', details, movedTo)];
}

function quoteFindings(memory: SourceMemory, text: string, quotes: readonly Quote[]): Finding[] {
	const gone = quotes.filter(({ words }) => !findQuote(words, text));
	if (gone.length === 0) return [];
	const title =
		gone.length === 1 ? 'A quote is not there.' : `${String(gone.length)} quotes are not there.`;
	const details = gone.map(({ fact, words }) => {
		const seen = memory.quotesSeen[fact]?.slice(0, 10);
		const nearest = nearestWords(words, text);
		return [
			`Fact ${fact}: "${words}"`,
			seen === undefined ? '  never seen there' : `  last seen on ${seen}`,
			...(nearest === undefined ? [] : [`  now: ${nearest}`])
		].join('\n');
	});
	const about = gone.map(({ fact, words }) => `${fact} ${lettersOf(words)}`).join('\n');
	return [aFinding('quote-gone', 'high', title, details, about)];
}

/** What was accepted and what is there now, by words; by bytes, where there are no words. */
function changed({ accepted, reading, sha256: bytes }: SourceMemory): Finding[] {
	if (accepted === undefined) return [];
	if (reading.state === 'read') {
		if (reading.main === accepted.main) return [];
		const lines = changedLines(accepted.main, reading.main);
		return [aFinding('text-changed', 'low', 'The text has changed.', lines, reading.main)];
	}
	const isSame = bytes === undefined || accepted.sha256 === undefined || bytes === accepted.sha256;
	if (isSame || reading.state !== 'unreadable' || !isKnownByBytes(reading.why)) return [];
	return [aFinding('text-changed', 'low', 'The file has changed.', ['Look by hand.'], bytes)];
}

/** Files without words for us, whose bytes change with their content alone, not with each visit. */
export const isKnownByBytes = (why: string): boolean =>
	why === 'pdf-without-text' || why === 'wrong-type';

const MOST_LINES = 40;

/** Lines in which words went or came, as `edition:diff` marks them. */
function changedLines(before: string, after: string): string[] {
	const { before: removed, after: added } = compareWords(before, after);
	const lines = [...marked(removed, '- [-', '-]'), ...marked(added, '+ {+', '+}')];
	const more = lines.length - MOST_LINES;
	return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${String(more)} more lines`] : lines;
}

type Pieces = ReturnType<typeof compareWords>['before'];

function marked(pieces: Pieces, open: string, close: string): string[] {
	const sign = open.slice(0, 2);
	const changedOnly = pieces.filter(({ isChanged, text }) => isChanged && text.trim() !== '');
	return changedOnly.map(({ text }) => {
		return `${sign}${open.slice(2)}${text.trim().replaceAll(/\s*\n\s*/g, ' / ')}${close}`;
	});
}

const aFinding = (
	kind: Finding['kind'],
	severity: Finding['severity'],
	title: string,
	details: readonly string[],
	about: string
): Finding => ({ kind, severity, title, details: [...details], finding: sha256(about) });
