import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMeter, type Exchange, type Meter } from './meter.ts';
import { createLine, reserve, type Line } from './pacing.ts';

/** A slow network in front of a server, the same for pages, workers and whoever else connects. */
export interface SlowProxy {
	readonly origin: string;
	readonly meter: Meter;
	/** From now on nothing answers, as with the server gone. */
	readonly close: () => Promise<void>;
}

export interface Network {
	readonly mbitPerSecond: number;
	/** Paid once by each request, and once more by each connection before its first. */
	readonly latencyMs: number;
}

/** The slow 4G of common page tests; TLS set-up and TCP slow start are left out, for all alike. */
export const SLOW_4G: Network = { mbitPerSecond: 1.6, latencyMs: 150 };

/** For what is not measured: getting a phone ready. */
export const NO_DELAY: Network = { mbitPerSecond: 1000, latencyMs: 0 };

/** One TCP segment: connections take turns on the line by slices of it. */
const SLICE_BYTES = 1460;
const BURST_MS = 10;
const REQUEST_LINE = /^[A-Z]+ (\S+) HTTP\/1\.1\r\n/;

/**
 * Passes bytes through untouched, so that what is counted is what a browser got, headers included.
 * HTTP/1.1 only. Browsers do not pipeline: bytes that come down belong to the request before them.
 */
export async function startSlowProxy(port: number, network: Network): Promise<SlowProxy> {
	const line = createLine(network.mbitPerSecond, BURST_MS);
	const meter = createMeter();
	const sockets = new Set<Socket>();

	const server = createServer({ noDelay: true }, (client) => {
		const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			// either side may go at any time, and takes the other with it
			socket.on('error', () => socket.destroy());
			socket.on('close', () => sockets.delete(socket));
		}
		const channel: Channel = { client, upstream, line, meter, latencyMs: network.latencyMs };
		void passThrough(channel).finally(() => {
			client.destroy();
			upstream.destroy();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	return {
		origin: `http://localhost:${String((server.address() as AddressInfo).port)}`,
		meter,
		async close() {
			server.close();
			for (const socket of sockets) socket.destroy();
			await once(server, 'close');
		}
	};
}

interface Channel {
	readonly client: Socket;
	readonly upstream: Socket;
	readonly line: Line;
	readonly meter: Meter;
	readonly latencyMs: number;
}

async function passThrough({ client, upstream, line, meter, latencyMs }: Channel): Promise<void> {
	const connectedAt = performance.now() + latencyMs;
	let current: Exchange | undefined;

	const up = async (): Promise<void> => {
		for await (const chunk of client as AsyncIterable<Buffer>) {
			const now = performance.now();
			const path = REQUEST_LINE.exec(chunk.toString('latin1', 0, 2000))?.[1];
			if (path) current = meter.begin(path, now);
			await until(Math.max(connectedAt, now) + latencyMs, now);
			upstream.write(chunk);
		}
	};
	const down = async (): Promise<void> => {
		for await (const chunk of upstream as AsyncIterable<Buffer>) {
			for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
				const slice = chunk.subarray(start, start + SLICE_BYTES);
				const now = performance.now();
				await until(reserve(line, slice.length, now), now);
				if (client.destroyed) return;
				client.write(slice);
				if (current) meter.add(current, slice.length, performance.now());
			}
		}
	};
	// destroyed sockets end their loops by an error: the connection is over, which is all it says
	await Promise.race([up(), down()]).catch(() => undefined);
}

const until = (time: number, now: number): Promise<void> | undefined =>
	time > now ? sleep(time - now) : undefined;
