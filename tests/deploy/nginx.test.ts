import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { contentType } from '#lib/server/http/files/content-type.ts';
import { cacheControl, securityHeaders } from '#lib/server/http/files/security-headers.ts';
import { PUBLISHED_FILES } from '#tests/support/server/published-files.ts';
import { startNginx, whyNoNginx } from '#tests/support/server/nginx.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

const SHA = 'a'.repeat(64);
const HASHED = `/published/blob/${SHA}.json`;
const FILES = [
	...PUBLISHED_FILES,
	'/_app/immutable/bundle.js',
	'/_app/version.json',
	'/service-worker.js',
	'/manifest.webmanifest',
	'/icons/icon.svg',
	'/icons/icon.png',
	'/data/edition.json',
	'/en/feed.json',
	'/en/feed.xml',
	'/sitemap.xml',
	'/robots.txt',
	'/',
	'/en/',
	'/check/',
	'/shell/'
];
const COMPRESSED = [
	HASHED,
	'/_app/immutable/bundle.js',
	'/service-worker.js',
	'/en/feed.xml',
	'/en/'
];

const why = whyNoNginx();
const nginxTest = test.skipIf(why !== undefined);
const named = (name: string): string => (why === undefined ? name : `${name} (skipped: ${why})`);

/** What `edition:publish` makes, as far as a server cares, and a server of ours behind it. */
async function aSite() {
	const folder = aTemporaryFolder();
	const root = join(folder, 'www');
	const write = (path: string, content: string): void => {
		const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
		if (!COMPRESSED.includes(path)) return;
		writeFileSync(`${file}.br`, brotliCompressSync(content));
		writeFileSync(`${file}.gz`, gzipSync(content));
	};
	for (const path of FILES) write(path, `This is ${path}`);
	write('/published/notes.txt', 'an editor left this here');
	write('/.git/config', 'and this');

	const asked: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		asked.push(request);
		response.writeHead(200, { 'cache-control': 'no-store', 'x-frame-options': 'DENY' }).end('api');
	});
	server.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	onTestFinished(() => void server.close());
	const upstream = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
	return { ...(await startNginx(folder, root, upstream)), folder, root, asked, server };
}

nginxTest(named('nginx keeps, types and guards each file as our own server does'), async () => {
	const { ask } = await aSite();
	const guards = securityHeaders('https://handrail.example');
	for (const path of FILES) {
		const { status, headers, body } = await ask(`GET ${path}`);
		expect([status, body], path).toEqual([200, `This is ${path}`]);
		expect(headers['cache-control'], path).toBe(cacheControl(path));
		expect(headers['content-type'], path).toBe(contentType(path));
		const isOpen = /^\/(data|published)\/|feed/.test(path);
		expect(headers['access-control-allow-origin'], path).toBe(isOpen ? '*' : undefined);
		for (const [name, value] of Object.entries(guards)) {
			if (name === 'cache-control' || name === 'content-security-policy') continue;
			const open = name === 'cross-origin-resource-policy' && isOpen ? 'cross-origin' : value;
			expect(headers[name], `${path} ${name}`).toBe(open);
		}
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
	}
	const worker = (await ask('GET /service-worker.js')).headers['content-security-policy'];
	expect(worker).toContain("connect-src 'self'; script-src 'self'");
	const again = await ask(`GET ${HASHED}`, {
		'if-none-match': String((await ask(`GET ${HASHED}`)).headers['etag'])
	});
	expect([again.status, again.headers['cache-control']]).toEqual([304, cacheControl(HASHED)]);
});

nginxTest(named('nginx keeps nothing of what is not there, and serves nothing else'), async () => {
	const { ask } = await aSite();
	for (const path of [
		'/published/trust/2.root.json',
		`/published/blob/${'b'.repeat(64)}.json`,
		`${HASHED}.br`,
		'/published/notes.txt',
		'/published/',
		'/.git/config',
		'/service-worker.js.gz',
		'/en/index.html',
		'/_app/immutable/gone.js',
		'/en/feed.none'
	]) {
		const { status, headers } = await ask(`GET ${path}`);
		expect([status, headers['cache-control']], path).toEqual([404, 'no-store']);
		expect(headers['content-security-policy'], path).toContain("default-src 'none'");
		expect(headers['x-content-type-options'], path).toBe('nosniff');
	}
	const page = await ask('GET /en/none)');
	expect([page.status, page.headers['cache-control']]).toEqual([404, 'no-store']);
	// the app, which finds the nearest page: its scripts must run
	expect(page.body).toBe('This is /shell/');
	expect(page.headers['content-security-policy']).toBe("frame-ancestors 'none'");
	const moved = await ask('GET /en');
	expect([moved.headers.location, moved.headers['cache-control']]).toEqual(['/en/', 'no-store']);
});

nginxTest(named('nginx sends the copies that lie there, and none that is refused'), async () => {
	const { ask } = await aSite();
	for (const path of COMPRESSED) {
		const encodingOf = async (accepted: string) =>
			(await ask(`GET ${path}`, { 'accept-encoding': accepted })).headers['content-encoding'];
		expect(await encodingOf('gzip, deflate, br'), path).toBe('br');
		expect(await encodingOf('gzip'), path).toBe('gzip');
		expect(await encodingOf('br;q=0'), path).toBeUndefined();
		expect(await encodingOf('br;q=0, gzip'), path).toBe('gzip');
		const { headers } = await ask(`GET ${path}`, { 'accept-encoding': 'br' });
		expect(headers['vary'], path).toMatch(/^accept-encoding$/i);
		expect(headers['content-type'], path).toBe(contentType(path));
	}
});

nginxTest(named('nginx knows no method but GET and HEAD, and the share target'), async () => {
	const { ask } = await aSite();
	for (const path of ['/en/', '/published/head.json', '/service-worker.js']) {
		for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS']) {
			const { status, headers } = await ask(`${method} ${path}`);
			expect([status, headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD']);
		}
	}
	const shared = await ask('POST /check/', {}, 'what a mother wrote');
	expect([shared.status, shared.headers.location]).toEqual([303, '/check/']);
	expect(shared.headers['cache-control']).toBe('no-store');
});

nginxTest(named('nginx passes notices on, and says what it is not told to keep'), async () => {
	const { ask, asked, server } = await aSite();
	const { headers, body } = await ask('DELETE /api/push/subscriptions?x', {
		'x-forwarded-for': '192.0.2.1'
	});
	expect(body).toBe('api');
	expect(headers['x-frame-options']).toBe('DENY');
	expect(headers['cache-control']).toBe('no-store');
	const [passed] = asked;
	expect([passed?.method, passed?.url]).toEqual(['DELETE', '/api/push/subscriptions?x']);
	// what a caller wrote there does not count
	expect(passed?.headers['x-forwarded-for']).toBe('127.0.0.1');
	for (const path of ['/ops?sign-in', '/metrics', '/api/openapi.json', '/api/push/key']) {
		expect((await ask(`GET ${path}`)).body, path).toBe('api');
	}
	server.close();
	server.closeAllConnections();
	const away = await ask('GET /api/health');
	expect([away.status, away.headers['cache-control']]).toEqual([502, 'no-store']);
});

nginxTest(named('nginx says nothing of roots while the folder is away'), async () => {
	const { ask, root } = await aSite();
	rmSync(join(root, 'published/trust'), { recursive: true });
	expect((await ask('GET /published/trust/2.root.json')).status).toBe(503);
	rmSync(join(root, 'published'), { recursive: true });
	const { status, headers } = await ask('GET /published/trust/2.root.json');
	expect([status, headers['cache-control']]).toEqual([503, 'no-store']);
});

nginxTest(named('nginx logs nobody, whatever fails'), async () => {
	const { ask, folder, root } = await aSite();
	chmodSync(join(root, 'en/feed.xml'), 0);
	for (const path of ['/en/', '/en/none/', '/en/feed.xml', '/api/health']) await ask(`GET ${path}`);
	const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
	const said = logs.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
	expect(said).not.toContain('GET');
});
