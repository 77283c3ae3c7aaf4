import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type ServerResponse
} from 'node:http';
import { createSecureServer, Http2ServerResponse } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { checkVapid } from './check-vapid.ts';
import { aPushPhone, type PushPhone } from './push-phone.ts';
import type { Certificate } from '../server/self-signed.ts';

/** How the service answers a message. A number is a status. */
export type PushReply =
	| number
	| { readonly status: number; readonly retryAfter?: string; readonly body?: string }
	/** Breaks the connection. */
	| 'reset'
	/** Sends the status, then a long body, a byte at a time. */
	| 'slow-drip'
	/** Sends half of the headers (HTTP/1.1), then nothing more. */
	| 'slow-headers'
	/** Never answers. */
	| 'never';

interface Options {
	readonly tls?: Certificate;
	/** `h1`: does not speak HTTP/2. Without TLS it is always `h1`. */
	readonly protocol?: 'h1' | 'h2';
	/** Apple is strict about the subject, and gives reasons in JSON. */
	readonly personality?: 'apple';
	/** The answer to subscriptions that have no scripted replies. */
	readonly reply?: PushReply;
}

/** One message as the service received it. */
export interface ReceivedPush {
	readonly id: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Buffer;
	/** What a strict push service, or the phone, would reject in it. */
	readonly problems: readonly string[];
	/** The text that the phone decrypted. */
	readonly text: string | undefined;
	readonly reply: PushReply;
}

export interface ScriptedSubscription {
	readonly id: string;
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
	readonly vapidKeyId: string;
}

/** A push service on this machine. It checks what real ones check, decrypts, and answers by script. */
export class PushService {
	readonly received: ReceivedPush[] = [];
	readonly #options: Options;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #rows = new Map<
		string,
		{ readonly phone: PushPhone; readonly vapidKeyId: string; readonly replies: PushReply[] }
	>();
	/** How many connections were opened. */
	connections = 0;
	/** How many requests wait for their answer, now and at most. */
	open = 0;
	mostOpen = 0;

	private constructor(options: Options) {
		this.#options = options;
		const serve: RequestListener = (request, response) => void this.#serve(request, response);
		const { tls, protocol = 'h2' } = options;
		if (tls === undefined) this.#server = createServer(serve);
		else if (protocol === 'h1') this.#server = createTlsServer(tls, serve);
		// HTTP/2 requests and responses have all members that are used here
		else this.#server = createSecureServer({ ...tls, allowHTTP1: true }, serve as never);
		this.#server.on('connection', (socket: Socket) => {
			this.connections += 1;
			this.#sockets.add(socket);
			socket.on('close', () => this.#sockets.delete(socket));
		});
	}

	/** Starts a push service. Close it with `close`. */
	static async open(options: Options = {}): Promise<PushService> {
		const service = new PushService(options);
		await new Promise<void>((resolve) => {
			service.#server.listen(0, '127.0.0.1', resolve);
		});
		return service;
	}

	get origin(): string {
		const { port } = this.#server.address() as AddressInfo;
		return this.#options.tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
	}

	/** A new subscription with a VAPID key. The last of its replies is repeated. */
	subscribe(vapidKeyId: string, ...replies: PushReply[]): ScriptedSubscription {
		const id = `s${this.#rows.size + 1}`;
		const phone = aPushPhone();
		this.#rows.set(id, { phone, vapidKeyId, replies });
		const { p256dh, auth } = phone;
		return { id, endpoint: `${this.origin}/push/${id}`, p256dh, auth, vapidKeyId };
	}

	/** The messages that a subscription was sent. */
	messagesOf(id: string): ReceivedPush[] {
		return this.received.filter((push) => push.id === id);
	}

	/** From now on answers every message with this reply. */
	replyWith(...replies: PushReply[]): void {
		for (const row of this.#rows.values()) row.replies.splice(0, Infinity, ...replies);
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		this.open += 1;
		this.mostOpen = Math.max(this.mostOpen, this.open);
		response.on('close', () => (this.open -= 1));
		response.on('error', () => undefined);
		request.on('error', () => undefined);
		const chunks: Buffer[] = [];
		try {
			for await (const chunk of request) chunks.push(chunk as Buffer);
		} catch {
			// the sender was killed in the middle of a message, so none was received
			return;
		}
		this.#answer(request, response, Buffer.concat(chunks));
	}

	#answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
		const id = /^\/push\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '';
		const row = this.#rows.get(id);
		const { headers } = request;
		if (row === undefined) return send(response, 404);
		const { problems, refusal } = this.#check(headers, row.vapidKeyId);
		let text: string | undefined;
		try {
			text = row.phone.decrypt(body);
		} catch {
			problems.push('not decrypted');
		}
		const scripted = row.replies.length > 1 ? row.replies.shift() : row.replies[0];
		const reply = refusal ?? scripted ?? this.#options.reply ?? 201;
		this.received.push({ id, headers, body, problems, text, reply });
		send(response, reply);
	}

	#check(
		headers: IncomingMessage['headers'],
		keyId: string
	): { problems: string[]; refusal?: PushReply } {
		const problems: string[] = [];
		const isApple = this.#options.personality === 'apple';
		if (!/^\d+$/.test(String(headers['ttl']))) problems.push('no TTL');
		if (!/^(very-low|low|normal|high)$/.test(String(headers['urgency']))) problems.push('urgency');
		if (!/^[\w-]{1,32}$/.test(String(headers['topic']))) problems.push('topic');
		if (headers['content-encoding'] !== 'aes128gcm') problems.push('encoding');
		const vapid = checkVapid(headers.authorization, this.origin);
		if (typeof vapid === 'string') {
			problems.push(vapid);
			return { problems, refusal: isApple ? json(403, 'BadJwtToken') : 403 };
		}
		if (isApple && /localhost|\.invalid$/.test(vapid.sub)) {
			return { problems: [...problems, 'subject'], refusal: json(403, 'BadJwtToken') };
		}
		if (vapid.keyId === keyId) return { problems };
		problems.push('another key');
		return { problems, refusal: isApple ? json(400, 'VapidPkHashMismatch') : 403 };
	}
}

const json = (status: number, reason: string): PushReply => ({
	status,
	body: JSON.stringify({ reason })
});

function send(response: ServerResponse, reply: PushReply): void {
	if (reply === 'never') return;
	if (reply === 'reset') return reset(response);
	if (reply === 'slow-headers') {
		if (!isHttp2(response)) response.socket?.write('HTTP/1.1 201 Created\r\nlocation: /m/');
		return;
	}
	if (reply === 'slow-drip') {
		response.writeHead(201);
		const timer = setInterval(() => response.write('.'), 20);
		response.on('close', () => {
			clearInterval(timer);
		});
		return;
	}
	const {
		status,
		retryAfter,
		body = ''
	} = typeof reply === 'number' ? { status: reply, retryAfter: undefined } : reply;
	response.writeHead(status, {
		...(retryAfter !== undefined && { 'retry-after': retryAfter }),
		...(status >= 300 && status < 400 && { location: 'http://127.0.0.1:1/' })
	});
	response.end(body);
}

function reset(response: ServerResponse): void {
	if (isHttp2(response)) response.stream.session?.destroy();
	else response.socket?.destroy();
}

const isHttp2 = (response: unknown): response is Http2ServerResponse =>
	response instanceof Http2ServerResponse;
