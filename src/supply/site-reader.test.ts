import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { siteReader } from './site-reader.ts';

async function aHost(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/app`;
}

test('reads a file below the address, and knows when there is none', async () => {
	const at = await aHost((request, response) => {
		if (request.url === '/app/a.js') response.end('one');
		else response.writeHead(404).end();
	});
	const read = siteReader(at, fetch);

	expect(new TextDecoder().decode(await read('a.js', 10))).toBe('one');
	expect(await read('b.js', 10)).toBeUndefined();
});

test.each<[string, RequestListener, RegExp]>([
	['too large', (_, response) => response.end('x'.repeat(11)), /larger than 10 bytes/],
	['an error', (_, response) => response.writeHead(500).end(), /answers with 500/],
	['a line that is cut', (_, response) => response.socket?.destroy(), /cannot be reached/]
])('says where and what: %s', async (_, answer, message) => {
	const read = siteReader(await aHost(answer), fetch);

	await expect(read('a.js', 10)).rejects.toThrow(message);
});

test('refuses to be led to another host', async () => {
	const other = await aHost((_, response) => response.end('one'));
	const at = await aHost((_, response) => response.writeHead(302, { location: other }).end());

	await expect(siteReader(at, fetch)('a.js', 10)).rejects.toThrow(/another host/);
});
