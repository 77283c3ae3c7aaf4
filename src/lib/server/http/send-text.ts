import type { ServerResponse } from 'node:http';

/** A sentence for whoever looks. Errors are no pages: programs meet them more often than readers. */
export function sendText(
	response: ServerResponse,
	status: number,
	sentence: string,
	headers: Readonly<Record<string, string>> = {}
): void {
	response.setHeader('cache-control', 'no-store');
	response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
	response.end(`${sentence}\n`);
}
