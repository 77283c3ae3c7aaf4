import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';

/** Much more than any valid body of the API has. */
export const MAX_BODY_BYTES = 8192;

export type BodyProblem = 'body-too-large' | 'body-cut';

/**
 * Reads a body up to `maxBytes`, counting as it arrives: `Content-Length` proves nothing. A longer body
 * is left unread. It is not cancelled, which would reset the connection before the answer is sent.
 */
export async function readBody(
	request: Request,
	maxBytes = MAX_BODY_BYTES
): Promise<Result<Bytes, BodyProblem>> {
	if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return fail('body-too-large');
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = request.body?.getReader();
	try {
		for (;;) {
			const next = await reader?.read();
			if (!next || next.done) break;
			length += next.value.length;
			if (length > maxBytes) return fail('body-too-large');
			chunks.push(next.value);
		}
	} catch (error) {
		// adapter-node has a limit of its own, and fails the stream with this status
		const status = (error as { status?: unknown } | undefined)?.status;
		return fail(status === 413 ? 'body-too-large' : 'body-cut');
	}
	const body = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		body.set(chunk, at);
		at += chunk.length;
	}
	return ok(body);
}
