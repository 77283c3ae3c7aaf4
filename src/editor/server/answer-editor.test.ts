import { request as ask, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { addressDoor } from './address-door.ts';
import { answerEditor, MAX_BODY_BYTES } from './answer-editor.ts';
import { listenOnLoopback, type Listening } from './listen-on-loopback.ts';
import { NOTHING_ALLOWED } from './screen-files.ts';
import { Session } from './session.ts';

const session = new Session(1);
const page = { type: 'text/html', body: Buffer.from('<p>screen'), policy: "script-src 'self'" };
const calls = {
	echo: (input: unknown) => ({ input }),
	nothing: () => null,
	done: () => undefined,
	full: () => {
		throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
	},
	strict: (input: unknown) => v.parse(v.strictObject({ slug: v.string() }), input)
};
const origin = 'http://localhost:4180';
let listening: Listening;
let cookie: string;

interface Asked {
	readonly method?: string;
	readonly path?: string;
	readonly headers?: Readonly<Record<string, string | undefined>>;
	readonly body?: string;
}

interface Answer {
	readonly status: number | undefined;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** As the screen asks, unless something of it is said otherwise; `undefined` leaves a header out. */
function send({
	method = 'POST',
	path = '/api/echo',
	headers,
	body = '{}'
}: Asked): Promise<Answer> {
	const own = {
		...{ host: 'localhost:4180', origin, cookie, 'content-type': 'application/json' },
		...{ 'sec-fetch-site': 'same-origin', ...headers }
	};
	const known = Object.entries(own).filter((it): it is [string, string] => it[1] !== undefined);
	return new Promise((resolve, reject) => {
		const options = {
			host: '127.0.0.1',
			port: listening.port,
			method,
			path,
			headers: Object.fromEntries(known)
		};
		const request = ask(options, (response) => {
			const { statusCode: status, headers: sent } = response;
			text(response).then((it) => resolve({ status, headers: sent, body: it }), reject);
		});
		request.on('error', reject);
		request.end(method === 'GET' ? undefined : body);
	});
}

beforeAll(async () => {
	const files = new Map([['/index.html', page]]);
	listening = await listenOnLoopback(0);
	listening.answer(answerEditor({ origin, door: addressDoor(session), files, calls }));
	const opened = await send({
		path: '/api/session',
		headers: { cookie: undefined },
		body: JSON.stringify({ token: session.renewToken() })
	});
	cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});
afterAll(() => {
	listening.close();
});

test('what is not there is answered as nothing, and not as something empty', async () => {
	for (const path of ['/api/nothing', '/api/done']) {
		expect(await send({ path })).toMatchObject({ status: 200, body: 'null' });
	}
});

test('the screen is answered', async () => {
	const { status, body } = await send({ body: '{"a":1}' });
	expect([status, body]).toEqual([200, '{"input":{"a":1}}']);
});

const problem = (status: number, code: string): unknown => ({
	status,
	body: JSON.stringify({ problem: code })
});

test.each<readonly [string, Asked, number, string]>([
	['another name for this computer', { headers: { host: 'evil.example' } }, 421, 'wrong-host'],
	['the same name, another port', { headers: { host: 'localhost:1' } }, 421, 'wrong-host'],
	[
		'a proxy that says our name',
		{ headers: { 'x-forwarded-for': '203.0.113.7' } },
		421,
		'wrong-host'
	],
	['a page elsewhere', { headers: { origin: 'https://evil.example' } }, 403, 'wrong-origin'],
	[
		'another port of this computer',
		{ headers: { origin: 'http://localhost:1' } },
		403,
		'wrong-origin'
	],
	['a sandboxed page', { headers: { origin: 'null' } }, 403, 'wrong-origin'],
	['no origin', { headers: { origin: undefined } }, 403, 'wrong-origin'],
	['a site beside this one', { headers: { 'sec-fetch-site': 'same-site' } }, 403, 'wrong-origin'],
	['a form', { headers: { 'content-type': 'text/plain' } }, 415, 'not-json'],
	['another method', { method: 'PUT' }, 405, 'wrong-method'],
	['no cookie', { headers: { cookie: undefined } }, 401, 'no-session'],
	['a wrong cookie', { headers: { cookie: 'handrail-editor-1=x' } }, 401, 'no-session'],
	['a used token', { path: '/api/session', body: '{"token":"x"}' }, 401, 'no-session'],
	['a token that is none', { path: '/api/session', body: '{"token":1}' }, 401, 'no-session'],
	['an unknown call', { path: '/api/other' }, 404, 'not-found'],
	['a call that every object has', { path: '/api/constructor' }, 404, 'not-found'],
	['what is no JSON', { body: '{' }, 400, 'malformed'],
	['other input', { path: '/api/strict', body: '{"slug":"a","more":1}' }, 400, 'malformed'],
	['what a full disk has no room for', { path: '/api/full' }, 507, 'disk-full'],
	['too much', { body: '"'.padEnd(MAX_BODY_BYTES + 1, 'x') }, 413, 'too-large']
])('%s is refused', async (_, asked, status, code) => {
	const answer = await send(asked);
	const { remedy, ...said } = JSON.parse(answer.body) as { readonly remedy?: string };
	expect({ status: answer.status, body: JSON.stringify(said) }).toEqual(problem(status, code));
	// who has put a proxy before it learns what to set
	expect(remedy).toEqual(
		code === 'wrong-host' ? expect.stringContaining('EDITOR_ORIGIN=') : undefined
	);
});

test('too much that announces no length is refused as well', async () => {
	const answer = await send({
		headers: { 'transfer-encoding': 'chunked' },
		body: 'x'.repeat(MAX_BODY_BYTES + 1)
	});
	expect(answer.status).toBe(413);
});

test.each([
	'/../../package.json',
	'/%2e%2e/package.json',
	'/..%2fpackage.json',
	'/api/echo',
	'/x.js',
	'//[',
	'//evil.example/',
	'http://[/',
	'http://evil.example/'
])('%s is no file of the screen', async (path) => {
	const answer = await send({ method: 'GET', path });
	expect({ status: answer.status, body: answer.body }).toEqual(problem(404, 'not-found'));
});

test('a page of the screen is its document, which a link from elsewhere may open', async () => {
	const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
	const answer = await send({ method: 'GET', path: '/articles/guide/home-door', headers });
	expect(answer.body).toBe('<p>screen');
	expect(answer.headers['content-security-policy']).toBe("script-src 'self'");
});

test('a page elsewhere cannot load a file of the screen', async () => {
	const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
	expect((await send({ method: 'GET', path: '/', headers })).status).toBe(403);
});

test('every answer forbids what it does not need, refusals too', async () => {
	for (const asked of [{}, { headers: { host: 'evil.example' } }]) {
		expect((await send(asked)).headers).toMatchObject({
			'cache-control': 'no-store',
			'content-security-policy': NOTHING_ALLOWED,
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff'
		});
	}
});

test('a port that is taken is not shared: another one is opened', async () => {
	const other = await listenOnLoopback(listening.port);
	expect(other.port).not.toBe(listening.port);
	other.close();
});
