import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** The recorded answer for one path. */
export interface RecordedAnswer {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
	/** Accepts the request and never answers. */
	readonly isSilent?: boolean;
}

/** A host on this machine that gives recorded answers, and records all requests. */
export interface RecordedHost {
	readonly origin: string;
	readonly answers: Map<string, RecordedAnswer>;
	readonly asked: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[];
	/** The most requests that were open at once. */
	readonly mostAtOnce: () => number;
}

export async function aRecordedHost(
	answers: Readonly<Record<string, RecordedAnswer>> = {}
): Promise<RecordedHost> {
	const known = new Map(Object.entries(answers));
	const asked: RecordedHost['asked'] = [];
	let [open, most] = [0, 0];
	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		asked.push({ path, headers: request.headers });
		open += 1;
		most = Math.max(most, open);
		response.on('close', () => (open -= 1));
		const answer = known.get(path) ?? { status: 404, body: 'nothing here' };
		if (answer.isSilent === true) return;
		const etag = answer.headers?.['etag'];
		if (etag !== undefined && request.headers['if-none-match'] === etag) {
			response.writeHead(304, { etag }).end();
			return;
		}
		// delayed, so that two requests at a time would overlap and be noticed
		setImmediate(() => {
			response.writeHead(answer.status ?? 200, answer.headers ?? HTML).end(answer.body ?? '');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${String(port)}`,
		answers: known,
		asked,
		mostAtOnce: () => most
	};
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
