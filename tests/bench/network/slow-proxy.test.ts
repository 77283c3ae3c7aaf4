import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSlowProxy, type SlowProxy } from './slow-proxy.ts';

// pacing is arithmetic and has its own tests; here only what passes through, and what is counted
const FAST = { mbitPerSecond: 1000, latencyMs: 0 };
const BODY = 'a sentence of the guide. '.repeat(400);

let server: Server;
let proxy: SlowProxy;
let agent: Agent;

beforeEach(async () => {
	server = createServer((request, response) => {
		response.end(request.url === '/long' ? BODY : 'short');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	proxy = await startSlowProxy((server.address() as AddressInfo).port, FAST);
	agent = new Agent({ keepAlive: true, maxSockets: 1 });
});

afterEach(async () => {
	agent.destroy();
	await proxy.close();
	server.closeAllConnections();
	server.close();
});

function read(path: string): Promise<string> {
	return new Promise((resolve, reject) => {
		get(`${proxy.origin}${path}`, { agent }, (response) => {
			let text = '';
			response.on('data', (chunk: Buffer) => (text += chunk.toString()));
			response.on('end', () => {
				resolve(text);
			});
		}).on('error', reject);
	});
}

describe('the slow proxy', () => {
	test('passes an answer through untouched', async () => {
		expect(await read('/long')).toBe(BODY);
	});

	test('counts each request of a connection that is kept open, with its headers', async () => {
		await read('/long');
		await read('/short');
		const { requests, bytes, exchanges } = proxy.meter.read();
		expect(requests).toBe(2);
		expect(exchanges.map(({ path }) => path)).toEqual(['/long', '/short']);
		expect(exchanges[0]?.bytes).toBeGreaterThan(BODY.length + 50);
		expect(bytes).toBe(exchanges.reduce((sum, exchange) => sum + exchange.bytes, 0));
	});

	test('counts from the last reset', async () => {
		await read('/long');
		proxy.meter.reset();
		await read('/short');
		expect(proxy.meter.read().exchanges.map(({ path }) => path)).toEqual(['/short']);
	});

	test('answers nobody once it is closed', async () => {
		await proxy.close();
		await expect(read('/short')).rejects.toThrow();
	});
});
