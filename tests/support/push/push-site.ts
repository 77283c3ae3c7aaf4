import { createHash } from 'node:crypto';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import webpush from 'web-push';
import { fromBase64Url } from '#lib/trust/signed/bytes.ts';
import { FakePushServer } from './fake-push-browser.ts';
import { aSite, type Site } from '../phone/site.ts';

const SUBJECT = 'mailto:push@handrail.example';

/** A site behind a proxy with its own origin, which answers `/api/push` itself. */
export interface PushSite {
	readonly origin: string;
	readonly site: Site;
	/** The push API, in memory. `rotate()` replaces its key. */
	readonly api: FakePushServer;
	readonly rotate: () => void;
	/** Sends to every subscription, as a sender does. Gives the statuses of the push service. */
	readonly push: (text: string, tamper?: (body: Buffer) => Buffer) => Promise<number[]>;
	readonly close: () => Promise<void>;
}

export async function aPushSite(): Promise<PushSite> {
	const site = await aSite();
	const api = new FakePushServer();
	let vapid = webpush.generateVAPIDKeys();
	const rotate = (): void => {
		vapid = webpush.generateVAPIDKeys();
		const { publicKey } = vapid;
		const digest = createHash('sha256').update(fromBase64Url(publicKey)).digest('base64url');
		api.key = { publicKey, keyId: digest };
	};
	rotate();

	const server = createServer((request, response) => {
		const isOurs = request.url?.startsWith('/api/push/');
		void (isOurs ? answer(api, request, response) : pass(site.origin, request, response));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	return {
		origin: `http://localhost:${String((server.address() as AddressInfo).port)}`,
		site,
		api,
		rotate,
		push(text, tamper = (body) => body) {
			const sent = [...api.rows.values()].map(async ({ endpoint, keys }) => {
				const vapidDetails = { subject: SUBJECT, ...vapid };
				const details = webpush.generateRequestDetails({ endpoint, keys }, text, { vapidDetails });
				const body = new Uint8Array(tamper(details.body ?? Buffer.alloc(0)));
				const headers = details.headers as Record<string, string>;
				return (await fetch(endpoint, { method: 'POST', headers, body })).status;
			});
			return Promise.all(sent);
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await site.close();
		}
	};
}

async function answer(
	api: FakePushServer,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { method = 'GET', headers, url = '' } = request;
	const { authorization } = headers;
	const body = chunks.length > 0 ? Buffer.concat(chunks).toString() : null;
	try {
		const init = { method, body, ...(authorization && { headers: { authorization } }) };
		const answered = await api.fetch(url, init);
		response.writeHead(answered.status, { 'content-type': 'application/json' });
		response.end(await answered.text());
	} catch {
		// the fake server is down or loses its answer: the client sees a broken connection
		request.socket.destroy();
	}
}

function pass(origin: string, request: IncomingMessage, response: ServerResponse): void {
	const { method, headers, url = '/' } = request;
	const onward = forward(origin + url, { method, headers }, (answered) => {
		response.writeHead(answered.statusCode ?? 502, answered.headers);
		answered.pipe(response);
	});
	// the app's server was killed: break the connection to the client as well
	onward.on('error', () => request.socket.destroy());
	request.pipe(onward);
}
