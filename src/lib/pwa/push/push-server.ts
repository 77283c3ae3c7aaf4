import { toHref } from '#lib/edition/address/base-path.ts';
import * as v from 'valibot';
import { VapidKey } from '#lib/push/subscription-request.ts';
import { fetchBytes } from '#lib/sync/fetch/fetch-bytes.ts';
import { toText } from '#lib/trust/signed/bytes.ts';
import type { PushPorts } from './push-ports.ts';

type Ports = Pick<PushPorts, 'fetch' | 'waitMs'>;

/**
 * `unknown`: this host has no such address, or no such subscription. `later`: no connection, too many
 * requests, or a server in trouble. `refused`: asking again would not help.
 */
export type Refusal = 'unknown' | 'refused' | 'later';
export type Answer = 'ok' | Refusal;

const SUBSCRIPTIONS = toHref('/api/push/subscriptions');
const NOT_HERE = [401, 403, 404, 410];
const TOO_MANY = 429;
/** A key is 150 bytes, and problem documents are short. */
const MOST_BYTES = 4096;

/** The key that a subscription must be made with now. */
export async function fetchVapidKey(ports: Ports): Promise<VapidKey | Refusal> {
	const { answer, body } = await ask(ports, toHref('/api/push/key'), {});
	if (answer !== 'ok') return answer;
	const key = v.safeParse(v.pipe(v.string(), v.parseJson(), VapidKey), body);
	return key.success ? key.output : 'refused';
}

/** `POST` for a new one, `PUT` for one that changed or is to be kept. */
export async function sendSubscription(
	ports: Ports,
	method: 'POST' | 'PUT',
	request: PushSubscriptionJSON & { readonly vapidKeyId: string; readonly token: string }
): Promise<Answer> {
	const headers = {
		'content-type': 'application/json',
		...(method === 'PUT' && { authorization: `Bearer ${request.token}` })
	};
	const body = JSON.stringify(request);
	return (await ask(ports, SUBSCRIPTIONS, { method, headers, body })).answer;
}

export async function deleteSubscription(ports: Ports, token: string): Promise<Answer> {
	const headers = { authorization: `Bearer ${token}` };
	return (await ask(ports, SUBSCRIPTIONS, { method: 'DELETE', headers })).answer;
}

async function ask(
	{ fetch, waitMs }: Ports,
	path: string,
	request: RequestInit
): Promise<{ answer: Answer; body?: string }> {
	let status = 0;
	const ports = {
		fetch: (url: RequestInfo | URL, options?: RequestInit) =>
			fetch(url, { ...options, ...request }),
		signal: new AbortController().signal,
		idleMs: waitMs,
		onResponse: (response: Response) => (status = response.status)
	};
	const read = await fetchBytes(ports, path, MOST_BYTES);
	if (read.ok) return { answer: 'ok', body: toText(read.value) };
	// a page in place of an answer: a static host that shows its home for what it does not have
	if (read.code === 'captive-portal' || NOT_HERE.includes(status)) return { answer: 'unknown' };
	const isFinal = status >= 400 && status < 500 && status !== TOO_MANY;
	return { answer: isFinal ? 'refused' : 'later' };
}
