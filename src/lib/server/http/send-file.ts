import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { acceptedEncodings } from './accept-encoding.ts';
import { contentType } from './content-type.ts';
import { isUnchanged } from './is-unchanged.ts';
import { openVariant, type Variant } from './open-variant.ts';
import { sendText } from './send-text.ts';
import { cacheControl } from './security-headers.ts';

/** So much is read before anything is said: a disk that fails by then is an honest answer. */
const FIRST_BYTES = 65_536;

/** A file, and the address that it is asked for by. */
export interface SentFile {
	readonly file: string;
	readonly pathname: string;
}

/**
 * Sends a file in the best encoding that the client takes. Gives false where there is none, and has
 * said nothing then. Throws what the disk says, before anything is sent. Ranges are not offered:
 * a phone fetches pieces that are small, and checks each as a whole.
 */
export async function sendFile(
	{ file, pathname }: SentFile,
	request: IncomingMessage,
	response: ServerResponse
): Promise<boolean> {
	const accepted = acceptedEncodings(request.headers['accept-encoding']?.toString());
	const variant = await openVariant(file, accepted);
	if (!variant) return accepted.includes('identity') ? false : refuseEncoding(file, response);
	const { handle, stats } = variant;
	try {
		// at least one byte: a file without any may be one that cannot be read
		const chunk = Buffer.alloc(Math.min(FIRST_BYTES, Math.max(1, stats.size)));
		const { bytesRead } = await handle.read(chunk, 0, chunk.length, 0);
		const etag = etagOf(variant);
		const hasMarks = setFileHeaders(response, pathname, variant, etag);
		if (hasMarks && isUnchanged(request, etag, stats.mtime)) {
			response.writeHead(304).end();
			return true;
		}
		const headers = { 'content-type': contentType(pathname), 'content-length': stats.size };
		response.writeHead(200, headers);
		if (request.method === 'HEAD') response.end();
		else await sendBody(handle, chunk.subarray(0, bytesRead), stats.size, response);
		return true;
	} finally {
		await handle.close();
	}
}

/** There is such a file, and no form of it that the client takes. */
async function refuseEncoding(file: string, response: ServerResponse): Promise<boolean> {
	const plain = await openVariant(file, ['identity']);
	if (!plain) return false;
	await plain.handle.close();
	response.setHeader('vary', 'accept-encoding');
	sendText(
		response,
		406,
		'This is here in br, gzip and identity, and Accept-Encoding refuses all.'
	);
	return true;
}

/** Gives whether a client can ask later if it has changed: not of what it may not keep. */
function setFileHeaders(
	response: ServerResponse,
	pathname: string,
	{ encoding, stats }: Variant,
	etag: string
): boolean {
	const kept = cacheControl(pathname);
	response.setHeader('cache-control', kept);
	response.setHeader('vary', 'accept-encoding');
	if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
	if (kept === 'no-store') return false;
	response.setHeader('etag', etag);
	response.setHeader('last-modified', stats.mtime.toUTCString());
	return true;
}

/** Weak: of the file's size and time, and of one form of it. */
const etagOf = ({ encoding, stats }: Variant): string =>
	`W/"${encoding}-${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}"`;

async function sendBody(
	handle: FileHandle,
	first: Buffer,
	size: number,
	response: ServerResponse
): Promise<void> {
	let sent = first.length;
	async function* body(): AsyncGenerator<Buffer> {
		yield first;
		if (sent >= size) return;
		const rest = handle.createReadStream({ start: sent, end: size - 1, autoClose: false });
		for await (const chunk of rest as AsyncIterable<Buffer>) {
			sent += chunk.length;
			yield chunk;
		}
	}
	try {
		await pipeline(body, response, { end: false });
	} catch {
		// the phone has hung up, or the disk fails in the middle: the phone sees a cut and asks again
		response.destroy();
		return;
	}
	// a file that was cut meanwhile must not look like a whole one that is slow
	if (sent === size) response.end();
	else response.destroy();
}
