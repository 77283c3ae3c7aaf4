import { expect, test } from 'vitest';
import { aHttpApp, SHA } from '#tests/support/server/http-app.ts';

test('below a base path pages, code, data and edition are what they are without one', async () => {
	const { ask } = await aHttpApp('/handrail');
	for (const [path, cache] of [
		['en/', 'no-store'],
		['_app/immutable/bundle.js', 'public, max-age=31536000, immutable'],
		['data/edition.json', 'no-cache'],
		['published/head.json', 'no-store'],
		[`published/blob/${SHA}.json`, 'public, max-age=31536000, immutable']
	] as const) {
		const { status, headers } = await ask(`GET /handrail/${path}`);
		expect([status, headers.get('cache-control')], path).toEqual([200, cache]);
	}
	const page = await ask('GET /handrail/en/');
	expect(page.headers.get('content-security-policy')).toContain('sha256-abc');
	const worker = await ask('GET /handrail/service-worker.js');
	expect(worker.headers.get('content-security-policy')).toContain("script-src 'self'");
	const open = await ask('GET /handrail/data/edition.json');
	expect(open.headers.get('access-control-allow-origin')).toBe('*');
});

test('redirects stay below the base path', async () => {
	const { ask } = await aHttpApp('/handrail');
	const locationOf = async (line: string) => (await ask(line)).headers.get('location');
	expect(await locationOf('GET /handrail/en')).toBe('/handrail/en/');
	expect(await locationOf('GET /handrail//en/')).toBe('/handrail/en/');
	expect(await locationOf('POST /handrail/check/')).toBe('/handrail/check/');
});

test('on the way to the base path a browser is led there, elsewhere it is told where', async () => {
	const { ask, passedOn } = await aHttpApp('/help/handrail');
	for (const path of ['/', '/help', '/help/', '/help/handrail']) {
		const { status, headers } = await ask(`GET ${path}`);
		expect([status, headers.get('location')], path).toEqual([307, '/help/handrail/']);
	}
	for (const path of ['/en/', '/help/handrail-2/', '/published/head.json']) {
		const { status, body, headers } = await ask(`GET ${path}`);
		expect([status, headers.get('x-content-type-options')], path).toEqual([404, 'nosniff']);
		expect(String(body), path).toContain('Start from /help/handrail/');
	}
	expect(passedOn).toEqual([]);
});

test('Kit, which knows the base path itself, is asked with it', async () => {
	const { ask, passedOn } = await aHttpApp('/handrail');
	await ask('GET /handrail/api/health?a');
	expect(passedOn).toEqual(['GET /handrail/api/health?a']);
});
