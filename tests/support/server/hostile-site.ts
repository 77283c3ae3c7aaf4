import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { freePort } from '#tests/bench/network/free-port.ts';
import { startApp } from './app-server.ts';
import { EditionHost } from './edition-host.ts';
import type { Publisher } from '../publisher/publisher.ts';

/** The production build with an edition host that a test can make as hostile as it wants. */
export interface HostileSite {
	readonly origin: string;
	readonly host: EditionHost;
	/** From now on serves the app's code as a release with this floor. */
	readonly raiseFloor: (floor: number) => void;
	/** Whether pages are served with their content security policy. */
	readonly setPolicy: (isThere: boolean) => void;
	/** Breaks all open connections. */
	readonly hangUp: () => void;
	readonly close: () => Promise<void>;
}

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;

export async function aHostileSite({ files }: Publisher): Promise<HostileSite> {
	const host = new EditionHost(files);
	const app = await startApp(await freePort());
	let floor: number | undefined;
	let hasPolicy = true;

	const forward = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
		const { url: path = '/', method, headers } = incoming;
		const isPatched = !hasPolicy || (floor !== undefined && /\.js(\?|$)/.test(path));
		const encoding = isPatched ? { 'accept-encoding': 'identity' } : {};
		const to = {
			host: '127.0.0.1',
			port: app.port,
			path,
			method,
			headers: { ...headers, ...encoding }
		};
		const [answer] = (await once(request(to).end(), 'response')) as [IncomingMessage];
		if (!isPatched) {
			outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
			return pipeline(answer, outgoing);
		}
		const kept = { ...answer.headers };
		delete kept['content-length'];
		if (!hasPolicy) delete kept['content-security-policy'];
		outgoing.writeHead(answer.statusCode ?? 500, kept);
		const type = answer.headers['content-type'] ?? '';
		if (!/javascript|html/.test(type)) return pipeline(answer, outgoing);
		const code = (await text(answer)).replace('floor:1,', `floor:${floor ?? 1},`);
		outgoing.end(hasPolicy ? code : code.replace(POLICY, ''));
	};
	const server = createServer((incoming, outgoing) => {
		const answer = incoming.url?.startsWith('/published/')
			? serve(host, incoming.url, outgoing)
			: forward(incoming, outgoing);
		// the host broke off on purpose, or the browser has gone: the connection is over either way
		answer.catch(() => outgoing.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		host,
		raiseFloor: (to) => (floor = to),
		setPolicy: (isThere) => (hasPolicy = isThere),
		hangUp: () => server.closeAllConnections(),
		async close() {
			server.closeAllConnections();
			server.close();
			await app.kill();
		}
	};
}

async function serve({ fetch }: EditionHost, url: string, outgoing: ServerResponse): Promise<void> {
	const { status, headers, body } = await fetch(url);
	// the host in memory has its own clock, so the date is left to the real server
	headers.delete('date');
	outgoing.writeHead(status, Object.fromEntries(headers));
	// send the headers at once, because a stalled body must be told apart from stalled headers
	outgoing.flushHeaders();
	if (!body) return void outgoing.end();
	await pipeline(Readable.fromWeb(body as ReadableStream), outgoing);
}
