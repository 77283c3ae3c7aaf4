import type { ServerResponse } from 'node:http';

/** Answers with a sentence of plain text. Errors are not pages: programs see them more than readers. */
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
