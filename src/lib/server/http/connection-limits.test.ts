import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpServer, type ConnectionLimits } from './create-http-server.ts';

/** Long enough that an answer which is not held up never meets them, short enough for a test. */
const LIMITS: ConnectionLimits = {
	headersMs: 300,
	requestMs: 600,
	stalledMs: 2000,
	checkEveryMs: 50,
	mostConnections: 8
};

/** For clients that are not to be let go, on however slow a machine. */
const PATIENT = { ...LIMITS, headersMs: 60_000, requestMs: 60_000, stalledMs: 60_000 };

async function aServer(listener: RequestListener, limits = LIMITS): Promise<Server> {
	const server = createHttpServer(listener, 'https://handrail.example', limits);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return server;
}
async function aClient(server: Server, said = ''): Promise<Socket> {
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	onTestFinished(() => void socket.destroy());
	await once(socket, 'connect');
	socket.write(said);
	return socket;
}
const readsBody: RequestListener = (request, response) => {
	request.resume().on('end', () => response.end('read'));
};

describe('who keeps the server waiting is let go', () => {
	test.each([
		['that says nothing', ''],
		['whose headers do not end', 'GET / HTTP/1.1\r\nhost: a\r\n'],
		['whose body does not come', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n'],
		['whose body stops', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nabc']
	])('a client %s gets 408', async (_, said) => {
		const server = await aServer(readsBody);

		expect(await text(await aClient(server, said))).toMatch(/^HTTP\/1\.1 408 /);
	});

	test('headers that drip do not begin their time anew', async () => {
		const server = await aServer(readsBody);
		const socket = await aClient(server, 'GET / HTTP/1.1\r\n');
		const drip = setInterval(() => socket.write('x: 1\r\n'), 100);
		onTestFinished(() => {
			clearInterval(drip);
		});

		expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
	});

	test('a client that stops reading its answer is cut off', async () => {
		const large = Buffer.alloc(32_000_000);
		const server = await aServer((_, response) => response.end(large));
		const socket = await aClient(server, 'GET / HTTP/1.1\r\nhost: a\r\n\r\n');
		const closed = new Promise((resolve) => {
			const look = setInterval(() => {
				server.getConnections((_error, count) => {
					if (count > 0) return;
					clearInterval(look);
					resolve('closed');
				});
			}, 50);
		});
		socket.pause();

		expect(await closed).toBe('closed');
	});

	test('more connections than there is room for are turned away, and the others answered', async () => {
		const server = await aServer(readsBody, { ...PATIENT, mostConnections: 2 });
		const kept = await Promise.all([aClient(server), aClient(server)]);
		const third = connect((server.address() as AddressInfo).port, '127.0.0.1');
		const turnedAway = new Promise((resolve) => third.on('error', resolve).on('close', resolve));
		third.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
		await turnedAway;
		expect(third.bytesRead).toBe(0);

		kept[0]?.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
		expect(await text(kept[0])).toContain('read');
	});
});
