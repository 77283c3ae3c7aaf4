// A push service that only answers, in a process of its own: `node bench-service.ts SETTINGS`. It says
// its port; at `report` it says which messages came how often.
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';

const Settings = v.object({
	key: v.string(),
	cert: v.string(),
	/** How long an answer takes, in ms. Push services need 20 to 100. */
	delayMs: v.number(),
	/** `0` for none at all. */
	status: v.number(),
	retryAfter: v.optional(v.string())
});

const { key, cert, delayMs, status, retryAfter } = v.parse(
	Settings,
	JSON.parse(process.argv[2] ?? '')
);
let received = 0;
let firstAt = 0;
let lastAt = 0;

function answer(request: Http2ServerRequest, response: Http2ServerResponse): void {
	received += 1;
	lastAt = Date.now();
	if (firstAt === 0) firstAt = lastAt;
	request.resume();
	request.on('end', () => {
		if (status === 0) return;
		const respond = (): void => {
			response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
			response.end();
		};
		if (delayMs === 0) respond();
		else setTimeout(respond, delayMs);
	});
}

const server = createSecureServer({ key, cert, allowHTTP1: true }, answer);
server.listen(0, '127.0.0.1', () => {
	process.send?.((server.address() as AddressInfo).port);
});
process.on('message', () => {
	process.send?.({ received, firstAt, lastAt });
	received = 0;
	firstAt = 0;
});
process.on('disconnect', () => process.exit(0));
