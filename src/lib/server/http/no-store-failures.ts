import type { ServerResponse } from 'node:http';

/** What may be kept: the thing itself, a part of it, or that it is as it was. */
const GOOD: ReadonlySet<number> = new Set([200, 206, 304]);

/**
 * Keeps what is not there, what failed and what was moved out of every cache, whatever Kit says of
 * it: "no such file", kept for a year, would outlive the file's coming.
 */
export function noStoreFailures(response: ServerResponse): void {
	const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
	response.writeHead = (status: number, ...rest: unknown[]) => {
		if (!GOOD.has(status)) response.setHeader('cache-control', 'no-store');
		return writeHead(status, ...rest);
	};
}
