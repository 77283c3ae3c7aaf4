import { connect, type Socket } from 'node:net';

/** Connections that keep a server waiting. */
export interface SlowClients {
	/** How many of them the server has not closed. */
	readonly left: () => number;
	readonly close: () => void;
}

const HEADERS = 'GET /en/ HTTP/1.1\r\nhost: localhost\r\n';
const BODY =
	'POST /api/push/subscriptions HTTP/1.1\r\nhost: localhost\r\n' +
	'content-type: application/json\r\ncontent-length: 4096\r\n\r\n{';
const DRIP_MS = 2000;

/** Opens `count` connections: half send headers that do not end, half a body, by a few bytes at a time. */
export function openSlowClients(port: number, count: number): SlowClients {
	const sockets = new Set<Socket>();
	for (let index = 0; index < count; index += 1) {
		const [start, drip] = index % 2 === 0 ? [HEADERS, 'x-drip: 1\r\n'] : [BODY, ' '];
		const socket = connect(port, '127.0.0.1');
		sockets.add(socket);
		const timer = setInterval(() => socket.write(drip), DRIP_MS);
		const end = (): void => {
			clearInterval(timer);
			sockets.delete(socket);
			socket.destroy();
		};
		// answered 408, cut off or refused: it holds nothing any more
		socket.on('data', end).on('error', end).on('close', end);
		socket.write(start);
	}
	return {
		left: () => sockets.size,
		close() {
			for (const socket of sockets) socket.destroy();
		}
	};
}
