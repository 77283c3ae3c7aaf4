import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { refuseMalformed } from './refuse-malformed.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { sendText } from './send-text.ts';

/** Node's HTTP server around the app. What Node would refuse by itself is refused with our headers. */
export function createHttpServer(app: RequestListener, origin: string): Server {
	const refuse = (response: ServerResponse, status: number, sentence: string): void => {
		setSecurityHeaders(response, origin);
		sendText(response, status, sentence, { connection: 'close' });
	};
	const server = createServer({ requireHostHeader: false }, (request, response) => {
		// RFC 9112 §3.2: HTTP/1.1 requires a Host header, HTTP/1.0 does not know it
		const needsHost = request.httpVersion !== '1.0' && request.headers.host === undefined;
		if (needsHost) refuse(response, 400, 'The Host header is missing.');
		else app(request, response);
	});
	server.on('checkExpectation', (_request, response: ServerResponse) => {
		refuse(response, 417, 'Of expectations, only 100-continue is met.');
	});
	server.on('clientError', refuseMalformed(origin));
	return server;
}
