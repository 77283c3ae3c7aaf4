import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';

/** How to request a file, and for how long. */
export interface FetchPorts {
	readonly fetch: typeof globalThis.fetch;
	/** Ends the whole sync. */
	readonly signal: AbortSignal;
	/** How long to wait for the answer to begin, or for its next bytes, in ms. */
	readonly idleMs?: number;
	/** How long a small file may take altogether, in ms: one byte at a time is too slow. */
	readonly wholeMs?: number;
	readonly onResponse?: (response: Response) => void;
}

/** `gone`: the host answered that it has no such file. */
export type FetchFailure =
	'network' | 'timeout' | 'gone' | 'not-served' | 'captive-portal' | 'too-large';

const IDLE_MS = 20_000;
const GONE = [403, 404, 410];

/** Sends no cookies and no referrer, uses no cache, and follows no redirects. */
const OPTIONS = {
	credentials: 'omit',
	referrerPolicy: 'no-referrer',
	redirect: 'error',
	cache: 'no-store'
} as const;

/** Reads a whole body, up to `maxBytes`. */
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
 * Passes a body on as it arrives, until `take` gives `false`. The other side may be hostile, or a
 * captive portal: reading stops after `maxBytes`, after `idleMs` without a byte, or if the answer is a
 * web page.
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
	/** Settles in time even if a stream ignores the signal. */
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
			if ((await take(chunk.value.value)) === false) break;
		}
		return ok(undefined);
	} finally {
		clearTimeout(deadline);
		signal.removeEventListener('abort', stop);
		// cancels a stream that was not read to its end
		stop();
	}
}

function refusalOf({ status, ok: isOk, headers }: Response): FetchFailure | undefined {
	if (GONE.includes(status)) return 'gone';
	if (!isOk) return 'not-served';
	// no file of an edition is HTML: this is a login page of the network, or a host's own error page
	if (headers.get('content-type')?.startsWith('text/html')) return 'captive-portal';
	return undefined;
}

/** Joins chunks into one array. */
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
