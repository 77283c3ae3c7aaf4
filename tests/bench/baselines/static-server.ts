import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { CACHED_PAGE, CACHE_WORKER, CACHE_WORKER_TEXT, withRegistration } from './cached-page.ts';

export const BARE_PAGE = '/bare/';

export interface StaticServer {
	readonly port: number;
	readonly close: () => void;
}

/** The baselines, compressed like our own files: the bare page, and the same one kept by a worker. */
export async function startBaselines(html: string): Promise<StaticServer> {
	const files = new Map([
		[BARE_PAGE, file('text/html', html)],
		[CACHED_PAGE, file('text/html', withRegistration(html))],
		[CACHE_WORKER, file('text/javascript', CACHE_WORKER_TEXT)]
	]);
	const server = createServer((request, response) => {
		const found = files.get(request.url ?? '');
		if (!found) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {
			'content-type': `${found.type}; charset=utf-8`,
			'content-encoding': 'br',
			'content-length': found.body.length
		});
		response.end(found.body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		close() {
			server.close();
			server.closeAllConnections();
		}
	};
}

const file = (type: string, text: string) => ({ type, body: brotliCompressSync(text) });
