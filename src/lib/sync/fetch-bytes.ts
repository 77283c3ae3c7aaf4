import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Bytes } from '#lib/trust/bytes.ts';

/** How we speak to a host, and for how long. */
export interface FetchPorts {
	readonly fetch: typeof globalThis.fetch;
	/** Ends the whole sync. */
	readonly signal: AbortSignal;
	/** How long to wait for an answer, or for more of it. */
	readonly idleMs?: number;
	/** How long a small file may take in all: one byte at a time is no answer, either. */
	readonly wholeMs?: number;
	readonly onResponse?: (response: Response) => void;
}

/** `gone`: the host answers, and has no such file. */
export type FetchFailure =
	'network' | 'timeout' | 'gone' | 'not-served' | 'captive-portal' | 'too-large';

const IDLE_MS = 20_000;
const GONE = [403, 404, 410];

/** Nothing about the reader goes out, nothing is taken from a cache, nobody sends us elsewhere. */
const OPTIONS = {
	credentials: 'omit',
	referrerPolicy: 'no-referrer',
	redirect: 'error',
	cache: 'no-store'
} as const;

/** Reads a body whole, and no further than `maxBytes`. */
export async function fetchBytes(
	ports: FetchPorts,
	url: string,
	maxBytes: number
): Promise<Result<Bytes, FetchFailure>> {
	const chunks: Bytes[] = [];
	const read = await readBody(ports, url, maxBytes, (chunk) => chunks.push(chunk));
	return read.ok ? ok(join(chunks)) : read;
}

/**
 * Hands a body on as it comes. The other side may be hostile, or a captive portal: it is cut off
 * past `maxBytes`, after `idleMs` without a byte, and where it answers with a page.
 */
export async function readBody(
	{ fetch, signal, idleMs = IDLE_MS, wholeMs, onResponse }: FetchPorts,
	url: string,
	maxBytes: number,
	take: (chunk: Bytes) => unknown
): Promise<Result<void, FetchFailure>> {
	const controller = new AbortController();
	const stop = (): void => controller.abort();
	const stopped = new Promise<Result<never, 'timeout'>>((resolve) => {
		controller.signal.addEventListener('abort', () => resolve(fail('timeout')));
	});
	/** Settles in time even where a stream does not heed the signal. */
	const inTime = async <T>(waiting: Promise<T>): Promise<Result<T, 'network' | 'timeout'>> => {
		const timer = setTimeout(stop, idleMs);
		const settled = waiting.then(ok<T>, () => fail('network' as const));
		try {
			return await Promise.race([settled, stopped]);
		} finally {
			clearTimeout(timer);
		}
	};

	signal.addEventListener('abort', stop);
	const deadline = wholeMs === undefined ? undefined : setTimeout(stop, wholeMs);
	try {
		if (signal.aborted) return fail('timeout');
		const response = await inTime(fetch(url, { ...OPTIONS, signal: controller.signal }));
		if (!response.ok) return response;
		onResponse?.(response.value);
		const refusal = refusalOf(response.value);
		if (refusal) return fail(refusal);

		const reader = response.value.body?.getReader();
		for (let received = 0; reader;) {
			const chunk = await inTime(reader.read());
			if (!chunk.ok) return chunk;
			if (chunk.value.done) break;
			received += chunk.value.value.length;
			if (received > maxBytes) return fail('too-large');
			await take(chunk.value.value);
		}
		return ok(undefined);
	} finally {
		clearTimeout(deadline);
		signal.removeEventListener('abort', stop);
		// ends a stream that was not read to its end
		stop();
	}
}

function refusalOf({ status, ok: isOk, headers }: Response): FetchFailure | undefined {
	if (GONE.includes(status)) return 'gone';
	if (!isOk) return 'not-served';
	// no file of an edition is a page: a network wants a login, or a host hides what is missing
	if (headers.get('content-type')?.startsWith('text/html')) return 'captive-portal';
	return undefined;
}

/** One array of what came in pieces. */
export function join(chunks: readonly Bytes[]): Bytes {
	const [first, second] = chunks;
	if (first && !second) return first;
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let offset = 0;
	for (const chunk of chunks) {
		whole.set(chunk, offset);
		offset += chunk.length;
	}
	return whole;
}
