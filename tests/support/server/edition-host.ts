import type { Bytes } from '#lib/trust/bytes.ts';

type Answer = (path: string) => Response | undefined;

/** A host that serves files from memory, and can be as bad as a test wants. */
export class EditionHost {
	/** Paths in the order in which they were asked for. */
	readonly requests: string[] = [];
	readonly #files: ReadonlyMap<string, Bytes>;
	#answer: Answer = () => undefined;

	constructor(files: ReadonlyMap<string, Bytes>) {
		this.#files = files;
	}

	/** From now on, `answer` comes before the files. `undefined` leaves a path to them. */
	answers(answer: Answer): void {
		this.#answer = answer;
	}

	/** As honest as at first. */
	recover(): void {
		this.#answer = () => undefined;
	}

	/** Takes note of what is asked for from now on only. */
	forgetRequests(): void {
		this.requests.length = 0;
	}

	/** Serves under any base address that ends in `/published/`. */
	readonly fetch = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		const url = input instanceof Request ? input.url : String(input);
		const path = url.slice(url.indexOf('/published/') + '/published/'.length);
		this.requests.push(path);
		if (init?.signal?.aborted) return Promise.reject(new DOMException('Aborted', 'AbortError'));
		try {
			return Promise.resolve(this.#answer(path) ?? this.#serve(path));
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	};

	#serve(path: string): Response {
		const file = this.#files.get(path);
		return file ? fileResponse(file) : new Response('Not found', { status: 404 });
	}
}

export function fileResponse(body: BodyInit): Response {
	const type = { 'content-type': 'application/json' };
	return new Response(body, { headers: { ...type, date: 'Tue, 24 Nov 2026 12:00:00 GMT' } });
}

/** An answer whose connection ends after so many bytes. */
export function cutAfter(file: Bytes, bytes: number): Response {
	let isSent = false;
	return fileResponse(
		new ReadableStream({
			pull(controller) {
				if (isSent) return controller.error(new TypeError('terminated'));
				isSent = true;
				controller.enqueue(file.slice(0, bytes));
			}
		})
	);
}

/** An answer that starts and never goes on. */
export const stalled = (): Response => fileResponse(new ReadableStream());

/** An answer that never ends. */
export function endless(): Response {
	return fileResponse(
		new ReadableStream({
			pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(0x20))
		})
	);
}

/** What a network with a login page says to everything. */
export const captivePortal = (): Response =>
	new Response('<h1>Accept our terms</h1>', { headers: { 'content-type': 'text/html' } });

/** No network at all. */
export function offline(): never {
	throw new TypeError('fetch failed');
}
