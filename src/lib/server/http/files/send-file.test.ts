import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
	mkdtempSync,
	readdirSync,
	readlinkSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { sendFile } from './send-file.ts';

const PIECE = 16_384;
/** More than the buffers of a connection take from a server whose client does not read. */
const LARGE = 32_000_000;

const atEnd: (() => void)[] = [];
afterEach(() => {
	for (const end of atEnd.splice(0)) end();
});

/** A server that sends one file, and that file. */
async function aServerOf(bytes: Buffer) {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-file-'));
	const file = join(folder, 'a.bin');
	writeFileSync(file, bytes);
	const server = createServer((request, response) => {
		void sendFile({ file, pathname: '/a.bin' }, request, response);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	atEnd.push(() => {
		server.closeAllConnections();
		server.close();
		rmSync(folder, { recursive: true });
	});
	return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, file };
}

/** The answer to a client that has not read its body yet. */
async function unread(url: string): Promise<IncomingMessage> {
	const [answer] = (await once(get(url), 'response')) as [IncomingMessage];
	return answer;
}

const timesOpen = (file: string): number =>
	readdirSync('/proc/self/fd').filter((it) => {
		try {
			return readlinkSync(`/proc/self/fd/${it}`) === file;
		} catch {
			// closed meanwhile, such as the one that this list is read by
			return false;
		}
	}).length;

test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 1_000_001])(
	'a file of %s bytes arrives as it is',
	async (length) => {
		const bytes = randomBytes(length);
		const { url } = await aServerOf(bytes);
		const answer = await fetch(url);
		expect(answer.headers.get('content-length')).toBe(String(length));
		expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
	}
);

test('a file that gets shorter on its way is a cut answer, and no whole one', async () => {
	const { url, file } = await aServerOf(Buffer.alloc(LARGE));
	const answer = await unread(url);
	truncateSync(file, PIECE);
	const read = async (): Promise<void> => {
		for await (const piece of answer) void piece;
	};
	await expect(read()).rejects.toThrow('aborted');
});

test('a client that hangs up in the middle leaves no file open, nor one that it waited for', async () => {
	const { url, file } = await aServerOf(Buffer.alloc(LARGE));
	const socket = connect(Number(new URL(url).port), '127.0.0.1');
	socket.pause().write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(2));
	await vi.waitFor(() => {
		expect(timesOpen(file)).toBe(2);
	});
	socket.destroy();
	await vi.waitFor(() => {
		expect(timesOpen(file)).toBe(0);
	});
});
