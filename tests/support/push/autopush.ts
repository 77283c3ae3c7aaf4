import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { WebSocketServer, type WebSocket } from 'ws';

/** The messages that Firefox sends to its push service (autopush), as far as tests need them. */
const Said = v.object({
	messageType: v.optional(v.string()),
	uaid: v.optional(v.string()),
	channelID: v.optional(v.string()),
	updates: v.optional(
		v.array(v.object({ channelID: v.string(), version: v.string(), code: v.number() }))
	)
});
type Said = v.InferOutput<typeof Said>;

/**
 * Mozilla's push service, as far as one Firefox needs it: subscriptions over a web socket, messages by
 * POST. The browser decrypts: it acknowledges a body that was not encrypted for it with 101.
 */
export class Autopush {
	/** The browser's acknowledgements in order: 100 delivered, 101 not decrypted, 102 not delivered. */
	readonly acks: number[] = [];
	readonly #http = createServer((request, response) => this.#deliver(request, response));
	readonly #sockets = new WebSocketServer({
		server: this.#http,
		handleProtocols: () => 'push-notification'
	});
	readonly #channels = new Set<string>();
	#uaid = newUaid();

	async start(): Promise<void> {
		this.#sockets.on('connection', (socket) => {
			socket.on('message', (bytes: Buffer) => {
				const said = v.parse(v.pipe(v.string(), v.parseJson(), Said), bytes.toString());
				socket.send(JSON.stringify(this.#answer(said)));
			});
		});
		await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
	}

	get #port(): number {
		return (this.#http.address() as AddressInfo).port;
	}

	/** The value for Firefox's preference `dom.push.serverURL`. */
	get url(): string {
		return `ws://127.0.0.1:${String(this.#port)}/`;
	}

	/** Forgets the browser. At its next `hello` it learns that its subscriptions are gone. */
	forget(): void {
		this.#uaid = newUaid();
		this.#channels.clear();
		for (const socket of this.#sockets.clients) socket.terminate();
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets.clients) socket.terminate();
		await new Promise((resolve) => this.#http.close(resolve));
	}

	#answer({ messageType = 'ping', channelID = '', updates = [] }: Said): object {
		switch (messageType) {
			case 'hello': {
				const uaid = this.#uaid;
				return { messageType, status: 200, uaid, use_webpush: true, broadcasts: {} };
			}
			case 'register': {
				this.#channels.add(channelID);
				const pushEndpoint = `http://127.0.0.1:${String(this.#port)}/push/${channelID}`;
				return { messageType, status: 200, channelID, pushEndpoint };
			}
			case 'unregister':
				this.#channels.delete(channelID);
				return { messageType, status: 200, channelID };
			case 'ack':
				this.acks.push(...updates.map(({ code }) => code));
				return {};
			default:
				// pings, and messages that need no answer
				return {};
		}
	}

	#deliver(request: IncomingMessage, response: ServerResponse): void {
		const channelID = request.url?.replace('/push/', '') ?? '';
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const [socket] = this.#sockets.clients;
			const isHere = this.#channels.has(channelID) && socket;
			if (isHere) this.#send(socket, channelID, Buffer.concat(chunks));
			response.writeHead(isHere ? 201 : 410).end();
		});
	}

	#send(socket: WebSocket, channelID: string, body: Buffer): void {
		const notification = {
			messageType: 'notification',
			channelID,
			version: randomUUID(),
			ttl: 60,
			data: body.toString('base64url'),
			headers: { encoding: 'aes128gcm' }
		};
		socket.send(JSON.stringify(notification));
	}
}

const newUaid = (): string => randomBytes(16).toString('hex');
