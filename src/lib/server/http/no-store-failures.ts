import type { ServerResponse } from 'node:http';

/** The answers that may be cached: content, partial content, not modified. */
const GOOD: ReadonlySet<number> = new Set([200, 206, 304]);

/**
 * Keeps errors and redirects out of every cache, whatever Kit says. A 404 that is cached for a year
 * would hide a file that is published later.
 */
export function noStoreFailures(response: ServerResponse): void {
	const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
	response.writeHead = (status: number, ...rest: unknown[]) => {
		if (!GOOD.has(status)) response.setHeader('cache-control', 'no-store');
		return writeHead(status, ...rest);
	};
}
