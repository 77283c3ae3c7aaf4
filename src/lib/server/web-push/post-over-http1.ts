import { request as httpRequest, type Agent } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { readCapped } from './read-capped.ts';
import type { PushAnswer, PushRequest } from './push-request.ts';

/** Posts over a pooled connection. Rejects on any failure, and when `signal` aborts. */
export function postOverHttp1(
	{ url, headers, body }: PushRequest,
	agent: Agent,
	signal: AbortSignal
): Promise<PushAnswer> {
	return new Promise((resolve, reject) => {
		const post = url.protocol === 'http:' ? httpRequest : httpsRequest;
		const request = post(url, {
			method: 'POST',
			headers: { ...headers, 'content-length': body.length },
			agent,
			signal
		});
		request.on('error', reject);
		request.on('response', (response) => {
			const { statusCode = 0, headers: answered } = response;
			readCapped(response).then((text) => {
				resolve({ status: statusCode, retryAfter: answered['retry-after'], body: text });
			}, reject);
		});
		request.end(body);
	});
}
