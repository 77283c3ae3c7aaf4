import type { Answer, Hop, HttpResponse, Validators } from '../ask/answer.ts';
import { isKnownByBytes, type Quote } from './find-findings.ts';
import type { SourceMemory } from '../memory/source-memory.ts';
import { findQuote } from '../reading/find-quote.ts';
import { headerOf, readAnswer } from '../reading/read-answer.ts';
import { sha256 } from '../../compiler/base/text-hash.ts';

/** A source as the watch needs it. */
export interface WatchedSource {
	readonly slug: string;
	readonly url: string;
	readonly quotes: readonly Quote[];
}

/** A host to ask: the polite client, or a test's. */
export type Ask = (url: string, validators?: Validators) => Promise<Answer>;

/** What one reading of a source gave. */
export interface SourceReading {
	readonly memory: SourceMemory;
	/** The answer, where there was a new one. */
	readonly answer: Answer;
}

/** Asks for a source and says what is known of it now. What it was before stays, where nothing is new. */
export async function readSource(
	source: WatchedSource,
	known: SourceMemory | undefined,
	ask: Ask,
	now: Date
): Promise<SourceReading> {
	const before = known?.url === source.url ? known : undefined;
	const answer = await ask(source.url, before?.validators);
	const at = now.toISOString();
	const read = await memoryOf(source, before, answer, at);
	return { memory: { ...read, quotesSeen: quotesSeen(source, read, at) }, answer };
}

async function memoryOf(
	{ slug, url, quotes }: WatchedSource,
	before: SourceMemory | undefined,
	answer: Answer,
	at: string
): Promise<SourceMemory> {
	const kept: Kept = before ?? EMPTY;
	if (answer.kind === 'failed') {
		const { why, detail } = answer;
		const reading = { state: 'unanswered' as const, why, detail };
		// without what was read, "not modified" would say nothing: it is asked for whole
		return { ...kept, slug, url, readAt: at, validators: {}, reading };
	}
	// a host that says so of what we never had is wrong, and there is nothing to read
	if (answer.kind === 'unchanged' && before !== undefined) return { ...before, readAt: at };
	if (answer.kind === 'unchanged') {
		const reading = { state: 'unanswered' as const, why: 'unreachable', detail: 'status 304' };
		return { ...kept, slug, url, readAt: at, reading };
	}
	const { response, hops } = answer;
	const reading = await readAnswer(
		response,
		quotes.map(({ words }) => words)
	);
	const bytes = sha256(response.body);
	const accepted = kept.accepted ?? baselineOf(reading, bytes, at);
	return {
		slug,
		url,
		readAt: at,
		validators: reading.state === 'read' ? validatorsOf(response) : {},
		sha256: bytes,
		...(hasMoved(hops) ? { movedTo: response.url } : {}),
		reading,
		...(accepted === undefined ? {} : { accepted }),
		suspicions: kept.suspicions,
		quotesSeen: kept.quotesSeen
	};
}

type Kept = Pick<SourceMemory, 'validators' | 'suspicions' | 'quotesSeen' | 'accepted'>;
const EMPTY: Kept = { validators: {}, suspicions: [], quotesSeen: {} };

/** The first reading is what later ones are compared with. */
function baselineOf(
	reading: SourceMemory['reading'],
	bytes: string,
	on: string
): SourceMemory['accepted'] {
	if (reading.state === 'read') return { main: reading.main, sha256: bytes, on };
	const isFile = reading.state === 'unreadable' && isKnownByBytes(reading.why);
	return isFile ? { main: '', sha256: bytes, on } : undefined;
}

function validatorsOf(response: HttpResponse): SourceMemory['validators'] {
	const etag = headerOf(response, 'etag');
	const lastModified = headerOf(response, 'last-modified');
	return { ...(etag === '' ? {} : { etag }), ...(lastModified === '' ? {} : { lastModified }) };
}

/** Another scheme, a slash at the end or a "www." is the same address to an editor. */
function hasMoved(hops: readonly Hop[]): boolean {
	const [first, last] = [hops[0], hops.at(-1)];
	return first !== undefined && last !== undefined && plain(first.from) !== plain(last.to);
}

function plain(address: string): string {
	const { hostname, port, pathname, search } = new URL(address);
	const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
	return `${host}:${port}${pathname.replace(/\/$/, '')}${search}`;
}

function quotesSeen(
	{ quotes }: WatchedSource,
	{ reading, quotesSeen: before }: SourceMemory,
	at: string
): SourceMemory['quotesSeen'] {
	if (reading.state !== 'read') return before;
	const seen = quotes.filter(({ words }) => findQuote(words, reading.text));
	return { ...before, ...Object.fromEntries(seen.map(({ fact }) => [fact, at])) };
}
