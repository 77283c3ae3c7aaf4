import { constants, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { readCapped } from './read-capped.ts';
import type { PushAnswer, PushRequest } from './push-request.ts';

/** Posts on a stream of an open session. Rejects on any failure, and when `signal` aborts. */
export function postOverHttp2(
	{ url, headers, body }: PushRequest,
	session: ClientHttp2Session,
	signal: AbortSignal
): Promise<PushAnswer> {
	return new Promise((resolve, reject) => {
		const stream = session.request({
			':method': 'POST',
			':path': `${url.pathname}${url.search}`,
			'content-length': String(body.length),
			...headers
		});
		const cancel = (): void => {
			stream.close(constants.NGHTTP2_CANCEL);
			reject(new Error('the deadline has passed'));
		};
		let isAnswered = false;
		signal.addEventListener('abort', cancel, { once: true });
		stream.on('close', () => {
			signal.removeEventListener('abort', cancel);
			if (!isAnswered) reject(new Error('the stream was closed before an answer'));
		});
		stream.on('error', reject);
		stream.on('response', (answered: IncomingHttpHeaders & { ':status'?: number }) => {
			isAnswered = true;
			readCapped(stream).then((text) => {
				const status = answered[':status'] ?? 0;
				resolve({ status, retryAfter: answered['retry-after'], body: text });
			}, reject);
		});
		stream.end(body);
	});
}
