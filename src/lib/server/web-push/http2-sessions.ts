import { connect as http2Connect, type ClientHttp2Session } from 'node:http2';
import { connect as tlsConnect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { MINUTE_MS } from '#lib/edition/durations.ts';

/** How long an idle connection is kept. */
const IDLE_MS = MINUTE_MS;
/** Connecting has a deadline of its own, because several requests share it. */
const CONNECT_MS = 10_000;
/** How long a connection may take to answer a ping. */
const PING_MS = 5000;
/** Real origins are few, but strangers can make up any number below `.notify.windows.com`. */
const MAX_ORIGINS = 500;

export interface Http2Sessions {
	/** The open session to an origin, if there is one: the common case. */
	readonly ready: (url: URL) => ClientHttp2Session | undefined;
	/**
	 * Opens a session to an origin; `undefined` if the server speaks HTTP/1.1 only. Rejects when it
	 * cannot be opened, or when `signal` aborts.
	 */
	readonly open: (url: URL, signal: AbortSignal) => Promise<ClientHttp2Session | undefined>;
	/** Pings a session on which a message got no answer in time, and drops it if it is dead. */
	readonly probe: (session: ClientHttp2Session) => void;
	readonly close: () => void;
}

type TlsOptions = Pick<ConnectionOptions, 'ca' | 'lookup'>;

/** One HTTP/2 session for each origin: push services accept a hundred messages at a time on one. */
export function openHttp2Sessions(tlsOptions: (url: URL) => TlsOptions): Http2Sessions {
	const byOrigin = new Map<string, Promise<ClientHttp2Session | undefined>>();
	const ready = new Map<string, ClientHttp2Session>();
	const opened = new Set<ClientHttp2Session>();
	const probed = new WeakSet<ClientHttp2Session>();

	function open(url: URL): Promise<ClientHttp2Session | undefined> {
		const forget = (): void => {
			if (byOrigin.get(url.origin) === opening) byOrigin.delete(url.origin);
		};
		const opening = connectTls(url, tlsOptions(url)).then((socket) => {
			if (socket.alpnProtocol !== 'h2') {
				socket.destroy();
				return undefined;
			}
			const session = http2Connect(url.origin, { createConnection: () => socket });
			opened.add(session);
			ready.set(url.origin, session);
			const forgetReady = (): void => {
				forget();
				if (ready.get(url.origin) === session) ready.delete(url.origin);
			};
			session.setTimeout(IDLE_MS, () => {
				session.close();
				forgetReady();
			});
			for (const end of ['goaway', 'error', 'close'] as const) session.on(end, forgetReady);
			session.on('close', () => opened.delete(session));
			return session;
		});
		if (byOrigin.size >= MAX_ORIGINS) byOrigin.clear();
		byOrigin.set(url.origin, opening);
		opening.catch(forget);
		return opening;
	}

	return {
		ready: ({ origin }) => ready.get(origin),
		open: (url, signal) => unlessAborted(byOrigin.get(url.origin) ?? open(url), signal),
		probe: (session) => {
			if (probed.has(session) || session.destroyed) return;
			probed.add(session);
			const timer = setTimeout(() => {
				session.destroy();
			}, PING_MS);
			const stop = (): void => {
				clearTimeout(timer);
			};
			session.once('close', stop);
			session.ping(() => {
				stop();
				// without this, each probe of a long-lived session would leave a listener behind
				session.off('close', stop);
				probed.delete(session);
			});
		},
		close: () => {
			for (const session of opened) session.destroy();
			byOrigin.clear();
			ready.clear();
		}
	};
}

function connectTls(url: URL, options: TlsOptions): Promise<TLSSocket> {
	return new Promise((resolve, reject) => {
		const socket = tlsConnect({
			...options,
			host: url.hostname,
			port: Number(url.port || 443),
			servername: url.hostname,
			ALPNProtocols: ['h2', 'http/1.1']
		});
		const timer = setTimeout(() => {
			socket.destroy(new Error('no connection in time'));
		}, CONNECT_MS);
		socket.once('secureConnect', () => {
			clearTimeout(timer);
			socket.off('error', reject);
			resolve(socket);
		});
		socket.once('error', reject);
		socket.once('close', () => {
			clearTimeout(timer);
			reject(new Error('closed before it was open'));
		});
	});
}

/** `shared`, until `signal` aborts. The shared promise goes on for everybody else who waits for it. */
function unlessAborted<Value>(shared: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		const abort = (): void => {
			reject(new Error('the deadline has passed'));
		};
		signal.addEventListener('abort', abort, { once: true });
		shared
			.then(resolve, reject)
			.finally(() => {
				signal.removeEventListener('abort', abort);
			})
			.catch(() => {
				// `resolve` and `reject` do not throw
			});
	});
}
