import type { Duplex } from 'node:stream';
import { securityHeaders } from './files/security-headers.ts';

/** Error codes of Node's HTTP parser, and the status for each. */
const STATUSES: Readonly<Record<string, string>> = {
	HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
	ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout'
};

/** For `clientError`: malformed requests do not reach the app, but get the same headers. */
export function refuseMalformed(
	origin: string
): (error: NodeJS.ErrnoException, socket: Duplex) => void {
	const headers = Object.entries({ ...securityHeaders(origin), connection: 'close' });
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	return ({ code = '' }, socket) => {
		if (code === 'ECONNRESET' || !socket.writable) {
			socket.destroy();
			return;
		}
		const status = STATUSES[code] ?? '400 Bad Request';
		socket.end(`HTTP/1.1 ${status}\r\n${lines}content-length: 0\r\n\r\n`);
	};
}
