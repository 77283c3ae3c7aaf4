import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedEncodings } from './accept-encoding.ts';
import { contentType } from './content-type.ts';
import { isUnchanged } from './is-unchanged.ts';
import { openVariant, type Variant } from './open-variant.ts';
import { sendText } from './send-text.ts';
import { cacheControl } from './security-headers.ts';

/**
 * Read before the status is sent, so that a disk that fails by then can still be a 503. Later pieces are as
 * large. Of a crowd of thousands most of the memory is not the pieces, but connections and their requests.
 */
const PIECE_BYTES = 16_384;

/** A file, and the address by which it was requested. */
export interface SentFile {
	readonly file: string;
	readonly pathname: string;
}

/**
 * Sends a file in the best encoding that the client accepts. Gives false, and has sent nothing, if the
 * file does not exist. Throws errors of the disk before anything is sent. Ranges are not supported:
 * phones fetch small files, and verify each as a whole.
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
		// read at least one byte: an empty file may be one that cannot be read
		const chunk = Buffer.alloc(Math.min(PIECE_BYTES, Math.max(1, stats.size)));
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

/** The file exists, but in no encoding that the client accepts. */
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

/** Whether a client may revalidate the file later: only if it may cache it at all. */
function setFileHeaders(
	response: ServerResponse,
	pathname: string,
	{ encoding, stats }: Variant,
	etag: string
): boolean {
	const kept = cacheControl(pathname);
	response.setHeader('cache-control', kept);
	response.setHeader('vary', 'accept-encoding');
	// says what a document may do, and is longer than some of the files
	if (!contentType(pathname).startsWith('text/html')) response.removeHeader('permissions-policy');
	if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
	if (kept === 'no-store') return false;
	response.setHeader('etag', etag);
	response.setHeader('last-modified', stats.mtime.toUTCString());
	return true;
}

/** A weak ETag: from the size and time of the file, and its encoding. */
const etagOf = ({ encoding, stats }: Variant): string =>
	`W/"${encoding}-${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}"`;

/** Sends the first piece, and reads each further one into its place when the connection has taken it. */
async function sendBody(
	handle: FileHandle,
	first: Buffer,
	size: number,
	response: ServerResponse
): Promise<void> {
	const { buffer, byteOffset } = first;
	const room = Buffer.from(buffer, byteOffset, Math.min(PIECE_BYTES, size));
	let piece = first;
	let sent = 0;
	try {
		while (sent + piece.length < size) {
			sent += piece.length;
			// a file that was truncated meanwhile has no more bytes, and must not look like a slow one
			if (piece.length === 0 || !(await isTaken(piece, response))) {
				response.destroy();
				return;
			}
			const { bytesRead } = await handle.read(room, 0, Math.min(room.length, size - sent), sent);
			piece = room.subarray(0, bytesRead);
		}
		response.end(piece);
	} catch {
		// the disk failed halfway: the client sees a cut answer and retries
		response.destroy();
	}
}

/** Resolves to false where the client has hung up. */
function isTaken(piece: Buffer, response: ServerResponse): Promise<boolean> {
	// of an answer that waits behind another on its connection, the response itself does not tell
	const { socket } = response.req;
	return new Promise((resolve) => {
		const onClose = (): void => {
			resolve(false);
		};
		socket.once('close', onClose);
		response.write(piece, (error) => {
			socket.off('close', onClose);
			resolve(!error);
		});
	});
}
