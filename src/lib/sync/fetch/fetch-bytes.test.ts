import { expect, test, vi } from 'vitest';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import {
	captivePortal,
	cutAfter,
	endless,
	offline,
	stalled
} from '#tests/support/server/edition-host.ts';
import { fetchBytes, type FetchPorts } from './fetch-bytes.ts';

const URL = '/published/head.json';

const answering = (answer: () => Response, more: Partial<FetchPorts> = {}): FetchPorts => ({
	fetch: () => new Promise((resolve) => resolve(answer())),
	signal: new AbortController().signal,
	...more
});

test('reads a body whole, up to the very cap', async () => {
	const ports = answering(() => new Response('12345'));
	expect(await fetchBytes(ports, URL, 5)).toEqual({ ok: true, value: toBytes('12345') });
	expect(await fetchBytes(ports, URL, 4)).toEqual({ ok: false, code: 'too-large' });
});

test('cuts off a stream that never ends', async () => {
	expect(await fetchBytes(answering(endless), URL, 100_000)).toMatchObject({ code: 'too-large' });
});

test('gives up after a time without bytes, before the answer and within it', async () => {
	const never: FetchPorts['fetch'] = () => new Promise(() => undefined);
	const silent = { ...answering(stalled, { idleMs: 10 }), fetch: never };
	expect(await fetchBytes(silent, URL, 9)).toMatchObject({ code: 'timeout' });
	const ports = answering(stalled, { idleMs: 10 });
	expect(await fetchBytes(ports, URL, 9)).toMatchObject({ code: 'timeout' });
});

test('ends at once when the whole sync ends', async () => {
	const controller = new AbortController();
	const reading = fetchBytes(answering(stalled, { signal: controller.signal }), URL, 9);
	controller.abort();
	expect(await reading).toMatchObject({ code: 'timeout' });
	const after = answering(() => new Response(''), { signal: controller.signal });
	expect(await fetchBytes(after, URL, 9)).toMatchObject({ code: 'timeout' });
});

test('takes no page for a file, and tells a lacking file from a host that fails', async () => {
	const code = async (answer: () => Response) => fetchBytes(answering(answer), URL, 99);
	expect(await code(captivePortal)).toMatchObject({ code: 'captive-portal' });
	for (const status of [403, 404, 410]) {
		const page = { status, headers: { 'content-type': 'text/html' } };
		expect(await code(() => new Response('Not found', page))).toMatchObject({ code: 'gone' });
	}
	expect(await code(() => new Response('', { status: 503 }))).toMatchObject({ code: 'not-served' });
	expect(await code(offline)).toMatchObject({ code: 'network' });
	expect(await code(() => cutAfter(toBytes('12345'), 3))).toMatchObject({ code: 'network' });
});

test('sends nothing about the reader, and follows nobody elsewhere', async () => {
	const fetch = vi.fn((_url: unknown, _init?: RequestInit) => Promise.resolve(new Response('')));
	await fetchBytes({ ...answering(() => new Response('')), fetch }, URL, 9);
	expect(fetch.mock.calls[0]?.[1]).toMatchObject({
		credentials: 'omit',
		referrerPolicy: 'no-referrer',
		redirect: 'error',
		cache: 'no-store'
	});
});
