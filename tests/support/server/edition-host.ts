import type { Bytes } from '#lib/trust/signed/bytes.ts';

type Answer = (path: string) => Response | undefined;

/** A host that serves files from memory, and can be as bad as a test wants. */
export class EditionHost {
	/** The requested paths in order. */
	readonly requests: string[] = [];
	readonly #files: ReadonlyMap<string, Bytes>;
	#answer: Answer = () => undefined;

	constructor(files: ReadonlyMap<string, Bytes>) {
		this.#files = files;
	}

	/** From now on `answer` is asked first. Where it returns `undefined`, the file is served. */
	answers(answer: Answer): void {
		this.#answer = answer;
	}

	/** Serves the files unaltered again. */
	recover(): void {
		this.#answer = () => undefined;
	}

	/** Empties `requests`. */
	forgetRequests(): void {
		this.requests.length = 0;
	}

	/** Serves under any base address that ends in `/published/`. */
	readonly fetch: typeof globalThis.fetch = asNative((input, init) => {
		const url = input instanceof Request ? input.url : String(input);
		const path = url.slice(url.indexOf('/published/') + '/published/'.length);
		this.requests.push(path);
		if (init?.signal?.aborted) return Promise.reject(new DOMException('Aborted', 'AbortError'));
		try {
			return Promise.resolve(this.#answer(path) ?? this.#serve(path));
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	});

	#serve(path: string): Response {
		const file = this.#files.get(path);
		return file ? fileResponse(file) : new Response('Not found', { status: 404 });
	}
}

/** Like a browser's own: called as a method of anything but the global object, it refuses. */
function asNative(answer: typeof globalThis.fetch): typeof globalThis.fetch {
	return function (this: unknown, ...request) {
		if (this === undefined || this === globalThis) return answer(...request);
		return Promise.reject(new TypeError('Illegal invocation'));
	};
}

export function fileResponse(body: BodyInit): Response {
	const type = { 'content-type': 'application/json' };
	return new Response(body, { headers: { ...type, date: 'Tue, 24 Nov 2026 12:00:00 GMT' } });
}

/** An answer whose connection breaks after `length` bytes. */
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

/** The answer of a captive portal, whatever was requested. */
export const captivePortal = (): Response =>
	new Response('<h1>Accept our terms</h1>', { headers: { 'content-type': 'text/html' } });

/** Fails like `fetch` without a network. */
export function offline(): never {
	throw new TypeError('fetch failed');
}
