import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A plain file host, as cheap hosting is, with no rules for this app. */
export interface StaticHost {
	readonly origin: string;
	/** Closes the server and all connections, which to a phone looks like having no connection. */
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
 * Serves folders below prefixes, such as `{ '/handrail/': [folder] }`. If several folders have a file, the
 * first one counts. A folder's page is its `index.html`; a missing file is answered with the `404.html` of
 * its prefix, as most such hosts do. There are no other rules.
 */
export async function aStaticHost(
	folders: Readonly<Record<string, readonly string[]>>
): Promise<StaticHost> {
	const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
	const server = createServer((request, response) => {
		const { pathname } = new URL(`http://localhost${request.url ?? '/'}`);
		const prefix = prefixes.find((it) => pathname.startsWith(it)) ?? '';
		const within = (path: string): string[] =>
			(folders[prefix] ?? []).map((folder) => join(folder, path)).filter((it) => existsSync(it));
		const found = within(unescaped(pathname.slice(prefix.length)));
		const file = found.find((it) => statSync(it).isFile());
		if (file !== undefined) return send(response, 200, file);
		if (found.length > 0 && !pathname.endsWith('/')) {
			return response.writeHead(301, { location: `${pathname}/` }).end();
		}
		const page = found.map((it) => join(it, 'index.html')).find((it) => existsSync(it));
		if (page !== undefined) return send(response, 200, page);
		send(response, 404, within('404.html')[0]);
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
	if (file === undefined) {
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
