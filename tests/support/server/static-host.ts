import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A host that knows folders and nothing of us, as cheap hosting is. */
export interface StaticHost {
	readonly origin: string;
	/** Ends every connection: what a phone without one sees. */
	readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json'
};

/**
 * Serves folders below prefixes: `{ '/handrail/': folder }`. A folder's page is its `index.html`, what
 * is not there is the `404.html` of its prefix, as most such hosts do, and nothing else is done for us.
 */
export async function aStaticHost(folders: Readonly<Record<string, string>>): Promise<StaticHost> {
	const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
	const server = createServer((request, response) => {
		const { pathname } = new URL(`http://localhost${request.url ?? '/'}`);
		const prefix = prefixes.find((it) => pathname.startsWith(it));
		const folder = folders[prefix ?? ''];
		if (prefix === undefined || folder === undefined) return send(response, 404, undefined);
		const file = join(folder, unescaped(pathname.slice(prefix.length)));
		const isFolder = existsSync(file) && statSync(file).isDirectory();
		if (isFolder && !pathname.endsWith('/')) {
			return response.writeHead(301, { location: `${pathname}/` }).end();
		}
		const found = isFolder ? join(file, 'index.html') : file;
		if (existsSync(found)) return send(response, 200, found);
		send(response, 404, join(folder, '404.html'));
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${String(port)}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

function send(response: ServerResponse, status: number, file: string | undefined): void {
	if (file === undefined || !existsSync(file)) {
		response.writeHead(status, { 'content-type': 'text/plain' }).end('Not here.\n');
		return;
	}
	response.writeHead(status, {
		'content-type': TYPES[extname(file)] ?? 'application/octet-stream'
	});
	createReadStream(file).pipe(response);
}

function unescaped(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
