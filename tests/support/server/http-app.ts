import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createApp } from '#lib/server/http/create-app.ts';
import { createHttpServer } from '#lib/server/http/create-http-server.ts';
import { askRaw, type RawAnswer } from './raw-http.ts';
import { aTemporaryFolder } from '../publisher/temporary-folder.ts';

/** A hash that file names in the fixture contain. */
export const SHA = 'a'.repeat(64);

type Headers = Readonly<Record<string, string>>;

/** A server over a folder with a build and an edition, without Kit. */
export interface HttpApp {
	readonly folder: string;
	readonly origin: string;
	readonly port: number;
	/** The requests that were passed on to Kit: method and address. */
	readonly passedOn: readonly string[];
	/** `ask('GET /en/')`: sends exactly this request target. */
	readonly ask: (line: string, headers?: Headers, body?: string) => Promise<RawAnswer>;
}

const ORIGIN = 'https://handrail.example';
const POLICY = 'script-src &#39;self&#39; &#39;sha256-abc&#39;';
const PAGE = `<html><head><meta http-equiv="content-security-policy" content="${POLICY}"></head></html>`;

/** With `basePath`, files are laid out and served like those of a build for that path. */
export async function aHttpApp(basePath = ''): Promise<HttpApp> {
	const folder = aTemporaryFolder();
	const write = (path: string, content: string | Buffer): void => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	};
	const compressed = (path: string, content: string): void => {
		write(path, content);
		write(`${path}.br`, brotliCompressSync(content));
		write(`${path}.gz`, gzipSync(content));
	};
	write('published/head.json', '{"head":1}');
	write('published/trust/1.root.json', '{"root":1}');
	compressed(`published/blob/${SHA}.json`, '{"blob":1}');
	write('published/notes.txt', 'an editor left this here');
	write('secret.json', '{}');
	for (const path of ['', 'en/', 'check/', 'shell/']) {
		write(`build/prerendered${basePath}/${path}index.html`, PAGE);
	}
	compressed(`build/prerendered${basePath}/data/edition.json`, '{"data":1}');
	compressed(`build/prerendered${basePath}/en/feed.xml`, '<feed/>');
	compressed(`build/client${basePath}/_app/immutable/bundle.js`, 'code()');
	compressed(`build/client${basePath}/service-worker.js`, 'worker()');
	write(`build/client${basePath}/icons/icon.png`, 'png');
	write(`build/client${basePath}/reset/index.html`, '<html></html>');

	const passedOn: string[] = [];
	const app = createApp(
		(request, response) => {
			passedOn.push(`${request.method ?? ''} ${request.url ?? ''}`);
			const isApi = request.url?.startsWith('/api/') === true;
			// Kit answers so for a missing asset
			response.setHeader('cache-control', 'public, max-age=0, must-revalidate');
			response.writeHead(isApi ? 200 : 404).end('from Kit');
		},
		join(folder, 'build'),
		{ origin: ORIGIN, isLocal: false, publishedDir: join(folder, 'published'), basePath }
	);
	const server = createHttpServer(app, ORIGIN).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return {
		...{ folder, passedOn, port },
		origin: `http://127.0.0.1:${String(port)}`,
		ask: (line, headers, body) => askRaw(port, line, headers, body)
	};
}
