import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { refuseMalformed } from './refuse-malformed.ts';
import { setSecurityHeaders } from './files/security-headers.ts';
import { sendText } from './files/send-text.ts';

/** How long a client may keep the server waiting, and how many there may be. */
export interface ConnectionLimits {
	/** For the headers of a request, however they drip, and for the first byte on a connection. */
	readonly headersMs: number;
	/** For a whole request: a body of at most 8 kB that takes longer is delayed on purpose. */
	readonly requestMs: number;
	/** Without a byte in either direction. A phone in a tunnel asks again. */
	readonly stalledMs: number;
	/** How often the first two are looked at. */
	readonly checkEveryMs: number;
	/** Further ones are closed at once. */
	readonly mostConnections: number;
}

/**
 * A crowd of ten thousand, with some room. The 20 s for headers are reasoned, not measured: honest ones
 * may be slow on a machine that is overrun, and slow ones on purpose are still ended.
 */
const LIMITS: ConnectionLimits = {
	headersMs: 20_000,
	requestMs: 30_000,
	stalledMs: 60_000,
	checkEveryMs: 2000,
	mostConnections: 12_000
};

/** Node's HTTP server around the app. What Node would refuse by itself is refused with our headers. */
export function createHttpServer(
	app: RequestListener,
	origin: string,
	limits: ConnectionLimits = LIMITS
): Server {
	const refuse = (response: ServerResponse, status: number, sentence: string): void => {
		setSecurityHeaders(response, origin);
		sendText(response, status, sentence, { connection: 'close' });
	};
	const options = {
		requireHostHeader: false,
		headersTimeout: limits.headersMs,
		requestTimeout: limits.requestMs,
		connectionsCheckingInterval: limits.checkEveryMs
	};
	const server = createServer(options, (request, response) => {
		// RFC 9112 §3.2: HTTP/1.1 requires a Host header, HTTP/1.0 does not know it
		const needsHost = request.httpVersion !== '1.0' && request.headers.host === undefined;
		if (needsHost) refuse(response, 400, 'The Host header is missing.');
		else app(request, response);
	});
	// Node waits for ever for a client that has stopped to read
	server.timeout = limits.stalledMs;
	server.maxConnections = limits.mostConnections;
	server.on('checkExpectation', (_request, response: ServerResponse) => {
		refuse(response, 417, 'Of expectations, only 100-continue is met.');
	});
	server.on('clientError', refuseMalformed(origin));
	return server;
}
