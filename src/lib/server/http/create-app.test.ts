import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLISHED_FILES } from '#tests/support/server/published-files.ts';
import { createApp } from './create-app.ts';

const SHA = 'a'.repeat(64);
let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'handrail-app-'));
	const write = (path: string, content: string | Buffer): void => {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), content);
	};
	for (const path of PUBLISHED_FILES) write(path.slice(1), `{"file":"${path}"}`);
	const blob = `published/blob/${SHA}.json`;
	write(`${blob}.gz`, gzipSync(`{"file":"/${blob}"}`));
	write('published/notes.txt', 'an editor left this here');
	write('secret.json', '{}');
	const policy = 'script-src &#39;self&#39; &#39;sha256-abc&#39;';
	const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
	write('build/prerendered/en/index.html', `<html><head>${meta}</head></html>`);

	write('build/prerendered/en/feed.xml', '<feed/>');
	write('build/client/service-worker.js', 'worker');
	write('build/client/_app/version.json', '{}');

	const app = createApp(
		(_request, _response, next) => {
			next();
		},
		join(folder, 'build'),
		{
			origin: 'https://handrail.example',
			isLocal: false,
			publishedDir: join(folder, 'published'),
			basePath: ''
		}
	);
	server = createServer(app).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

const headersOf = async (path: string): Promise<Headers> => (await fetch(base + path)).headers;

test('every answer, found or not, carries the security headers', async () => {
	for (const path of ['/en/', '/nothing/here/', '/published/head.json', '/published/none']) {
		const headers = await headersOf(path);
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('referrer-policy'), path).toBe('no-referrer');
		expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
		expect(headers.get('content-security-policy'), path).not.toContain('unsafe');
		expect(headers.get('strict-transport-security'), path).toBe('max-age=63072000');
		expect(headers.has('set-cookie'), path).toBe(false);
	}
});

test('a document, and nothing else, is told what it may not use', async () => {
	const policyOf = async (path: string) => (await headersOf(path)).get('permissions-policy');
	expect(await policyOf('/en/')).toContain('geolocation=()');
	expect(await policyOf('/published/head.json')).toBeNull();
});

test('a page has its own policy as a header, with the hashes of its scripts', async () => {
	const policy = (await headersOf('/en/')).get('content-security-policy');
	expect(policy).toBe("script-src 'self' 'sha256-abc'; frame-ancestors 'none'");
});

test('an update that is not there is a 404, also before there was any', async () => {
	expect((await fetch(`${base}/published/update/${SHA}.1.en.txt`)).status).toBe(404);
});

test('the worker may fetch editions: its own file carries its policy', async () => {
	const policy = (await headersOf('/service-worker.js')).get('content-security-policy');
	expect(policy).toContain("connect-src 'self'");
});

test('pages and the head are never kept, the worker is asked for anew, hashed files stay', async () => {
	const kept = async (path: string): Promise<string | null> =>
		(await headersOf(path)).get('cache-control');
	expect(await kept('/en/')).toBe('no-store');
	expect(await kept('/published/head.json')).toBe('no-store');
	expect(await kept('/_app/version.json')).toBe('no-store');
	expect(await kept('/service-worker.js')).toBe('no-cache');
	expect(await kept(`/published/blob/${SHA}.json`)).toContain('immutable');
});

test('the edition, data and feeds are open to every page, and nothing else is', async () => {
	const openTo = async (path: string): Promise<(string | null)[]> => {
		const headers = await headersOf(path);
		return [
			headers.get('access-control-allow-origin'),
			headers.get('cross-origin-resource-policy'),
			headers.get('access-control-allow-credentials')
		];
	};
	for (const path of ['/published/head.json', '/data/edition.json', '/en/feed.xml']) {
		expect(await openTo(path), path).toEqual(['*', 'cross-origin', null]);
	}
	for (const path of [
		'/en/',
		'/en/data/',
		'/service-worker.js',
		'/api/push/key',
		'/datax/a.json'
	]) {
		expect(await openTo(path), path).toEqual([null, 'same-origin', null]);
	}
});

test('a feed is called by its own type', async () => {
	const type = (await headersOf('/en/feed.xml')).get('content-type');
	expect(type).toBe('application/atom+xml; charset=utf-8');
});

test('the edition is sent compressed to those who ask for it', async () => {
	const response = await fetch(`${base}/published/blob/${SHA}.json`);
	expect(response.headers.get('content-encoding')).toBe('gzip');
	expect(await response.json()).toEqual({ file: `/published/blob/${SHA}.json` });
});

test('each kind of file that an edition has is served', async () => {
	for (const path of PUBLISHED_FILES) {
		const response = await fetch(base + path);
		expect([response.status, await response.text()], path).toEqual([200, `{"file":"${path}"}`]);
	}
});

test('only the names of an edition are served from its folder', async () => {
	for (const path of ['notes.txt', '..%2fsecret.json', '%2e%2e/secret.json', 'blob/x.json']) {
		expect((await fetch(`${base}/published/${path}`)).status, path).toBe(404);
	}
});

test('an address that cannot be decoded is answered, not thrown', async () => {
	expect((await fetch(`${base}/%E0%A4%A`)).status).toBe(400);
});

test('a text that another app shares is not read: the answer is the page to paste it into', async () => {
	const body = new FormData();
	body.set('text', 'what a family member wrote');
	const response = await fetch(`${base}/check/`, { method: 'POST', body, redirect: 'manual' });
	expect(response.status).toBe(303);
	expect(response.headers.get('location')).toBe('/check/');
	expect(await response.text()).toBe('');
});
