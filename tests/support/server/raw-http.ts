import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer as it was received. */
export interface RawAnswer {
	readonly status: number;
	/** Header names are in lower case. */
	readonly headers: ReadonlyMap<string, string>;
	readonly body: string;
}

/**
 * Sends a request with exactly this target, which `fetch` would normalize. The connection is closed
 * after one answer.
 */
export function askRaw(
	port: number,
	line: string,
	headers: Readonly<Record<string, string>> = {},
	body = ''
): Promise<RawAnswer> {
	const all = { host: 'localhost', connection: 'close', ...headers };
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
	return sendRaw(port, `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** Sends these bytes, and gives everything that the server sends until it closes the connection. */
export async function sendRaw(port: number, request: string): Promise<RawAnswer> {
	const socket = connect(port, '127.0.0.1');
	// the socket stays open: servers may take a half-closed connection for a client that has left
	socket.write(request);
	return parse(await text(socket));
}

function parse(said: string): RawAnswer {
	const end = said.indexOf('\r\n\r\n');
	const [status = '', ...lines] = said.slice(0, end).split('\r\n');
	const headers = lines.map((line): [string, string] => {
		const [name = '', ...value] = line.split(':');
		return [name.toLowerCase(), value.join(':').trim()];
	});
	return {
		status: Number(status.split(' ')[1]),
		headers: new Map(headers),
		body: said.slice(end + 4)
	};
}
