import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aHttpApp, SHA } from '#tests/support/server/http-app.ts';
import { sendRaw } from '#tests/support/server/raw-http.ts';

/** What every answer carries, whatever it is. */
const SECURITY = ['x-content-type-options', 'referrer-policy', 'content-security-policy'];

const NOT_THERE = [
	'/published/head.json.br',
	'/published/trust/2.root.json',
	`/published/blob/${'b'.repeat(64)}.json`,
	'/published/blob/x',
	'/_app/immutable/gone.js',
	'/_app/immutable/',
	'/icons/none.png',
	'/en/feed.json',
	'/data/none.json',
	'/en/none/',
	'/service-worker.js.br',
	'/reset/index.html',
	'/reset/index'
];

test.each(NOT_THERE)('what is not there is kept nowhere: %s', async (path) => {
	const { ask } = await aHttpApp();
	const answer = await ask(`GET ${path}`);
	expect(answer.status).toBe(404);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	for (const name of SECURITY) expect(answer.headers.has(name), name).toBe(true);
});

test('what is there is kept as long as its name says, and 304 says the same', async () => {
	const { ask } = await aHttpApp();
	for (const [path, kept] of [
		['/published/head.json', 'no-store'],
		['/published/trust/1.root.json', 'no-store'],
		[`/published/blob/${SHA}.json`, 'public, max-age=31536000, immutable'],
		['/_app/immutable/bundle.js', 'public, max-age=31536000, immutable'],
		['/service-worker.js', 'no-cache'],
		['/icons/icon.png', 'public, max-age=604800'],
		['/en/feed.xml', 'no-cache'],
		['/data/edition.json', 'no-cache'],
		['/en/', 'no-store']
	] as const) {
		const answer = await ask(`GET ${path}`);
		expect([answer.status, answer.headers.get('cache-control')], path).toEqual([200, kept]);
		if (kept === 'no-store') continue;
		const etag = answer.headers.get('etag') ?? '';
		for (const tags of [etag, `"x", ${etag}`, '*']) {
			const again = await ask(`GET ${path}`, { 'if-none-match': tags });
			expect([again.status, again.headers.get('cache-control')], path).toEqual([304, kept]);
			expect([again.headers.get('etag'), again.body], path).toEqual([etag, '']);
		}
		const since = answer.headers.get('last-modified') ?? '';
		expect((await ask(`GET ${path}`, { 'if-modified-since': since })).status, path).toBe(304);
		expect((await ask(`GET ${path}`, { 'if-none-match': '"x"' })).status, path).toBe(200);
	}
});

test.each([
	['what nobody may keep', '/published/head.json', 'Fri, 01 Jan 2100 00:00:00 GMT'],
	['a page', '/en/', 'Fri, 01 Jan 2100 00:00:00 GMT'],
	[
		'a file that was put there with an older time',
		'/icons/icon.png',
		'Fri, 01 Jan 2100 00:00:00 GMT'
	],
	['a date that is none of HTTP', '/icons/icon.png', '2100']
])('%s is sent whole, whatever was seen before: %s, %s', async (_, path, since) => {
	const { ask } = await aHttpApp();
	expect((await ask(`GET ${path}`, { 'if-modified-since': since })).status).toBe(200);
});

test('what carries no mark is never "as it was"', async () => {
	const { ask } = await aHttpApp();
	for (const path of ['/published/head.json', '/en/']) {
		expect((await ask(`GET ${path}`, { 'if-none-match': '*' })).status, path).toBe(200);
	}
});

test.each([
	['an HTTP/1.1 request without a host', 400, 'GET /en/ HTTP/1.1\r\nconnection: close\r\n\r\n'],
	[
		'an expectation that we do not know',
		417,
		'GET /en/ HTTP/1.1\r\nhost: x\r\nexpect: tea\r\nconnection: close\r\n\r\n'
	]
])('what Node would refuse by itself has our headers too: %s', async (_, status, request) => {
	const { port } = await aHttpApp();
	const answer = await sendRaw(port, request);
	expect(answer.status).toBe(status);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	for (const name of SECURITY) expect(answer.headers.has(name), name).toBe(true);
});

/** Reading the memory of this process at 0 is an input/output error, as of a disk that fails. */
const failing = (path: string): void => {
	symlinkSync('/proc/self/mem', path);
};
const looping = (path: string): void => {
	symlinkSync(path, path);
};
const aFolder = (path: string): void => void mkdirSync(path);

const FILES = [
	['/published/head.json', 'published/head.json'],
	['/published/trust/2.root.json', 'published/trust/2.root.json'],
	[`/published/blob/${SHA}.json`, `published/blob/${SHA}.json.br`],
	['/_app/immutable/bundle.js', 'build/client/_app/immutable/bundle.js'],
	['/en/feed.xml', 'build/prerendered/en/feed.xml.br'],
	['/data/edition.json', 'build/prerendered/data/edition.json'],
	['/icons/icon.png', 'build/client/icons/icon.png'],
	['/en/', 'build/prerendered/en/index.html']
] as const;

test
	.skipIf(process.platform !== 'linux')
	.each(
		FILES.flatMap(([path, file]) =>
			[failing, looping, aFolder].map((spoil) => [path, spoil.name, spoil, file] as const)
		)
	)('a disk that fails is not "not there": %s, %s', async (path, _name, spoil, file) => {
	const { folder, ask, passedOn } = await aHttpApp();
	rmSync(join(folder, file), { force: true });
	spoil(join(folder, file));
	const accept = file.endsWith('.br') ? { 'accept-encoding': 'br' } : {};
	const answer = await ask(`GET ${path}`, accept);
	expect(answer.status).toBe(503);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(answer.headers.get('retry-after')).toBe('60');
	for (const name of SECURITY) expect(answer.headers.has(name), name).toBe(true);
	expect(passedOn).toEqual([]);
});

test('a disk that is not mounted says nothing of roots', async () => {
	const { folder, ask } = await aHttpApp();
	const path = join(folder, 'published');
	renameSync(path, `${path}-away`);
	expect((await ask('GET /published/trust/2.root.json')).status).toBe(503);
	mkdirSync(path);
	expect((await ask('GET /published/trust/2.root.json')).status).toBe(503);
	rmSync(path, { recursive: true });
	writeFileSync(path, 'a file where the folder was');
	expect((await ask('GET /published/trust/2.root.json')).status).toBe(503);
});

test('a file of the build that has gone is not handed to Kit, which would fall over it', async () => {
	const { folder, ask, passedOn } = await aHttpApp();
	rmSync(join(folder, 'build'), { recursive: true });
	for (const path of ['/_app/immutable/bundle.js', '/en/', '/icons/icon.png']) {
		expect((await ask(`GET ${path}`)).status, path).toBe(503);
	}
	expect(passedOn).toEqual([]);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'])(
	'pages and files know no %s',
	async (method) => {
		const { ask, passedOn } = await aHttpApp();
		for (const path of [
			'/',
			'/en/',
			'/en/none/',
			'/published/head.json',
			'/_app/immutable/bundle.js',
			'/en/feed.xml',
			'/data/edition.json',
			'/service-worker.js',
			'/ops',
			'/metrics'
		]) {
			const answer = await ask(`${method} ${path}`, { 'content-length': '4' }, 'text');
			expect([answer.status, answer.headers.get('allow')], path).toEqual([405, 'GET, HEAD']);
			expect(answer.headers.get('cache-control'), path).toBe('no-store');
			for (const name of SECURITY) expect(answer.headers.has(name), name).toBe(true);
		}
		expect(passedOn).toEqual([]);
	}
);

test('the API is asked with its own methods, and none of them is TRACE', async () => {
	const { ask, passedOn } = await aHttpApp();
	expect((await ask('DELETE /api/push/subscriptions')).status).toBe(200);
	expect(passedOn).toEqual(['DELETE /api/push/subscriptions']);
	const traced = await ask('TRACE /api/push/subscriptions');
	expect([traced.status, traced.headers.get('allow')]).toEqual([405, 'POST, PUT, DELETE']);
	expect((await ask('TRACE /api/health')).headers.get('allow')).toBe('GET, HEAD');
	expect((await ask('TRACE /api/none')).status).toBe(404);
});

test('what other apps share is answered by the page to paste it into, unread', async () => {
	const { ask, passedOn } = await aHttpApp();
	const answer = await ask('POST /check/', { 'content-length': '999999' }, 'what a mother wrote');
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/check/']);
	expect(answer.headers.get('connection')).toBe('close');
	const put = await ask('PUT /check/');
	expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
	expect(passedOn).toEqual([]);
});

test.each(['/%E0%A4%A', '/en/%', '/%', 'en/', '*', 'ftp://x/en/'])(
	'an address that cannot be read is refused like any other: %s',
	async (target) => {
		const { ask } = await aHttpApp();
		const answer = await ask(`GET ${target}`);
		expect(answer.status).toBe(400);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		for (const name of SECURITY) expect(answer.headers.has(name), name).toBe(true);
	}
);

test.each([
	['//en/', '/en/'],
	['/en//', '/en/'],
	['/en////guides///home-door//', '/en/guides/home-door/'],
	['//evil.example/en/', '/evil.example/en/'],
	['/\\evil.example/', '/evil.example/'],
	['/published//head.json', '/published/head.json'],
	['/en//?from=x', '/en/?from=x'],
	['/en', '/en/'],
	['/en?from=x', '/en/?from=x'],
	['/reset', '/reset/']
])('one page has one address: %s leads to %s', async (from, to) => {
	const { ask, passedOn } = await aHttpApp();
	const answer = await ask(`GET ${from}`);
	expect([answer.status, answer.headers.get('location')]).toEqual([308, to]);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(passedOn).toEqual([]);
});

test('an absolute request target is the same address', async () => {
	const { ask, passedOn } = await aHttpApp();
	expect((await ask('GET http://handrail.example/en/')).status).toBe(200);
	expect((await ask('GET http://handrail.example/api/health')).status).toBe(200);
	expect(passedOn).toEqual(['GET /api/health']);
});

test('nobody gets an encoding that they refuse', async () => {
	const { ask } = await aHttpApp();
	for (const path of [
		`/published/blob/${SHA}.json`,
		'/_app/immutable/bundle.js',
		'/service-worker.js',
		'/en/feed.xml'
	]) {
		const got = async (accepted: string): Promise<string | undefined> =>
			(await ask(`GET ${path}`, { 'accept-encoding': accepted })).headers.get('content-encoding');
		expect(await got('br;q=0'), path).toBeUndefined();
		expect(await got('br;q=0, gzip'), path).toBe('gzip');
		expect(await got('br;q=0.1, gzip;q=0.2'), path).toBe('gzip');
		expect(await got('*'), path).toBe('br');
		expect(await got('identity;q=0, gzip'), path).toBe('gzip');
		const answer = await ask(`GET ${path}`, { 'accept-encoding': 'identity;q=0' });
		expect([answer.status, answer.headers.get('vary')], path).toEqual([406, 'accept-encoding']);
	}
});

test('HEAD tells what GET would, without it', async () => {
	const { ask } = await aHttpApp();
	const answer = await ask('HEAD /en/feed.xml');
	expect([answer.status, answer.headers.get('content-length'), answer.body]).toEqual([
		200,
		'7',
		''
	]);
});
