import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** The only names an edition has: anything else in the folder is not served. */
const FILE =
	/^(head\.json|(trust\/\d{1,9}\.root|(edition|listing|blob)\/[0-9a-f]{64})\.json|pack\/[0-9a-f]{64}\.txt)$/;
const ENCODINGS = [
	['br', '.br'],
	['gzip', '.gz']
] as const;

/** Answers requests for the edition's files, compressed where the compiler left such a file. */
export function publishedFiles(
	folder: string
): (name: string, request: IncomingMessage, response: ServerResponse) => Promise<void> {
	return async (name, request, response) => {
		const known = FILE.test(name) ? await find(join(folder, name), request) : undefined;
		if (!known) {
			response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
			response.end('Not in this edition. Start from /published/head.json\n');
			return;
		}
		const type = name.endsWith('.txt') ? 'text/plain' : 'application/json';
		response.setHeader('content-type', `${type}; charset=utf-8`);
		response.setHeader('content-length', known.size);
		response.setHeader('vary', 'accept-encoding');
		if (known.encoding) response.setHeader('content-encoding', known.encoding);
		response.writeHead(200);
		if (request.method === 'HEAD') {
			response.end();
			return;
		}
		// a file that vanishes half way ends the answer early; the phone sees a wrong hash and retries
		createReadStream(known.path)
			.on('error', () => response.destroy())
			.pipe(response);
	};
}

interface Known {
	path: string;
	size: number;
	encoding?: string;
}

async function find(path: string, request: IncomingMessage): Promise<Known | undefined> {
	const accepted = String(request.headers['accept-encoding'] ?? '');
	for (const [encoding, extension] of ENCODINGS) {
		if (!accepted.includes(encoding)) continue;
		const size = await sizeOf(path + extension);
		if (size !== undefined) return { path: path + extension, size, encoding };
	}
	const size = await sizeOf(path);
	return size === undefined ? undefined : { path, size };
}

async function sizeOf(path: string): Promise<number | undefined> {
	const found = await stat(path).catch(() => undefined);
	return found?.isFile() ? found.size : undefined;
}
