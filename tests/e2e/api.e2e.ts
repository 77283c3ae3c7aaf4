import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { expect, test as base, type APIRequestContext, type APIResponse } from '@playwright/test';
import * as v from 'valibot';
import { PushMessage } from '#lib/push/push-message.ts';
import type { VapidKey } from '#lib/push/subscription-request.ts';
import { checkAnswer } from '#tests/support/server/check-openapi.ts';
import { PushService } from '#tests/support/push/push-service.ts';
import { aSite, type Site } from '#tests/support/phone/site.ts';

const TOKEN = 'an-operator-token-of-24-or-more';
/** The change note whose field `notify` decides whether phones are told; translations have no such field. */
const NOTE = 'changes/2026-11-24-first-edition/en.yaml';

/** The production build with its own push service. Announcements are sent at once, without the usual hold. */
const test = base.extend<{ service: PushService; site: Site }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies from the pattern
	service: async ({}, use) => {
		const service = await PushService.open();
		await use(service);
		await service.close();
	},
	site: async ({ service }, use) => {
		const settings = { HOLD_MINUTES: '0', OPERATOR_TOKEN: TOKEN, TRUST_PROXY: '1' };
		const site = await aSite({ ...settings, PUSH_TEST_ORIGIN: service.origin });
		await use(site);
		await site.close();
	}
});

test.skip(({ browserName }) => browserName !== 'chromium', 'no browser is in it: once is enough');

/** Sends a request to the API, and checks the answer against the OpenAPI document. */
async function ask(
	request: APIRequestContext,
	site: Site,
	what: string,
	options: { data?: unknown; headers?: Record<string, string> } = {}
): Promise<APIResponse> {
	const [method = '', path = ''] = what.split(' ');
	const answer = await request.fetch(site.origin + path, { method, ...options });
	const headers = { 'content-type': answer.headers()['content-type'] ?? '' };
	const body = answer.status() === 204 ? null : await answer.text();
	await checkAnswer(method, path, new Response(body, { status: answer.status(), headers }));
	return answer;
}

const codeOf = async (answer: APIResponse): Promise<string> =>
	((await answer.json()) as { code: string }).code;

/** Runs the publisher's command `announce`. */
function announce(site: Site, ...args: string[]): Promise<{ code: number | null; said: string }> {
	const where = ['--to', site.origin, '--out', site.publishedDir, '--yes'];
	const command = ['src/compiler/cli.ts', 'announce', ...where, ...args];
	const child = spawn(process.execPath, command, {
		env: { ...process.env, OPERATOR_TOKEN: TOKEN }
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text: Buffer) => (said += text.toString()));
	}
	return new Promise((resolve) => {
		child.on('exit', (code) => {
			resolve({ code, said });
		});
	});
}

async function subscribe(request: APIRequestContext, site: Site, service: PushService) {
	const key = (await (await ask(request, site, 'GET /api/push/key')).json()) as VapidKey;
	const { endpoint, p256dh, auth, vapidKeyId } = service.subscribe(key.keyId, 201);
	const token = randomBytes(32).toString('base64url');
	const data = { endpoint, keys: { p256dh, auth }, vapidKeyId, token };
	const saved = await ask(request, site, 'POST /api/push/subscriptions', { data });
	expect(saved.status()).toBe(201);
	return { data, token };
}

test('from the publisher’s command to the phone: one message, signed and encrypted', async ({
	request,
	site,
	service
}) => {
	await subscribe(request, site, service);
	const tell = (text: string): string => text.replace('notify: none', 'notify: routine');
	site.publish([NOTE, tell]);
	await expect.poll(() => service.received.length).toBe(0);

	const edition = site.edition().version;
	const { code, said } = await announce(
		site,
		'--edition',
		String(edition),
		'--severity',
		'routine'
	);
	expect(said).toContain('For: 1 phone');
	expect(code, said).toBe(0);
	await expect.poll(() => service.received.length).toBe(1);
	const [push] = service.received;
	expect(push?.problems).toEqual([]);
	const message = v.parse(PushMessage, JSON.parse(push?.text ?? ''));
	expect(message).toMatchObject({ edition, severity: 'routine' });
	expect(message.notification.navigate).toBe(`${site.origin}/changes/`);

	await announce(site, '--edition', String(edition), '--severity', 'routine');
	const bearer = { headers: { authorization: `Bearer ${TOKEN}` } };
	await expect
		.poll(async () => (await request.get(`${site.origin}/metrics`, bearer)).text())
		.toContain(`handrail_announcement{edition="${edition}",severity="routine",state="done"} 1`);
	const ops = await (await request.get(`${site.origin}/ops`, bearer)).text();
	expect(ops).toContain('sent 1');
	expect(ops).not.toContain('/push/');
	expect(service.received).toHaveLength(1);
});

test('a kill and a restart lose no subscription, and unsubscribing works afterwards', async ({
	request,
	site,
	service
}) => {
	const { data, token } = await subscribe(request, site, service);
	await site.kill();
	await site.start();
	const headers = { authorization: `Bearer ${token}` };
	const refreshed = await ask(request, site, 'PUT /api/push/subscriptions', { data, headers });
	expect(refreshed.status()).toBe(204);
	const removed = await ask(request, site, 'DELETE /api/push/subscriptions', { headers });
	expect(removed.status()).toBe(204);
	const again = await ask(request, site, 'DELETE /api/push/subscriptions', { headers });
	expect(await codeOf(again)).toBe('no-subscription');
});

test('without the token the operator’s pages do not exist, behind a proxy or not', async ({
	request,
	site
}) => {
	for (const path of ['/ops', '/metrics', '/api/announcements']) {
		const forwarded = { headers: { 'x-forwarded-for': '198.51.100.9' } };
		expect((await request.get(site.origin + path, forwarded)).status(), path).toBe(404);
		const headers = { authorization: `Bearer ${TOKEN}` };
		expect((await request.get(site.origin + path, { headers })).status(), path).toBe(200);
	}
	expect(
		(
			await request.get(`${site.origin}/ops?sign-in`, { headers: { host: 'handrail.example' } })
		).status()
	).toBe(401);
});

test('what is wrong is answered with a problem document, by method, type and size', async ({
	request,
	site
}) => {
	const at = `${site.origin}/api/push/subscriptions`;
	const patched = await request.fetch(at, { method: 'PATCH' });
	expect([patched.status(), patched.headers()['allow']]).toEqual([405, 'POST, PUT, DELETE']);
	for (const [status, code, options] of [
		[415, 'wrong-content-type', { headers: { 'content-type': 'text/plain' }, data: 'x' }],
		[415, 'wrong-content-type', { form: { endpoint: 'x' } }],
		[
			400,
			'malformed-json',
			{ headers: { 'content-type': 'application/json' }, data: Buffer.from('{') }
		],
		[413, 'body-too-large', { data: { pad: 'x'.repeat(9000) } }],
		[413, 'body-too-large', { data: { pad: 'x'.repeat(900_000) } }]
	] as const) {
		const answer = await request.post(at, options);
		const headers = answer.headers();
		expect([answer.status(), await codeOf(answer)]).toEqual([status, code]);
		expect(headers['content-type']).toBe('application/problem+json');
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['access-control-allow-origin']).toBeUndefined();
	}
	expect(await codeOf(await request.get(`${site.origin}/api/nothing`))).toBe('not-found');
});

test('a body without an end is cut off, whatever it says of its length', async ({ site }) => {
	const socket = connect(Number(new URL(site.origin).port), '127.0.0.1');
	let said = '';
	socket.on('data', (bytes) => (said += bytes.toString()));
	socket.on('error', () => undefined);
	const closed = new Promise((resolve) => socket.on('close', resolve));
	socket.write(
		'POST /api/announcements HTTP/1.1\r\nhost: localhost\r\n' +
			'content-type: application/octet-stream\r\ntransfer-encoding: chunked\r\n\r\n'
	);
	const chunk = `400\r\n${'x'.repeat(1024)}\r\n`;
	const pump = setInterval(() => socket.write(chunk), 5);
	await closed;
	clearInterval(pump);
	expect(said).toContain('413');
	expect(said).toContain('body-too-large');
});

test('without its database the site is served and the API says so, until it is back', async ({
	request
}, testInfo) => {
	const file = testInfo.outputPath('handrail.sqlite');
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, 'This is no database, but long enough to be looked at. '.repeat(100));
	const site = await aSite({ DATABASE_FILE: file });
	try {
		for (const path of ['/en/', '/published/head.json', '/service-worker.js', '/api/push/key']) {
			expect((await request.get(site.origin + path)).status(), path).toBe(200);
		}
		const away = await ask(request, site, 'GET /api/health');
		expect([away.status(), away.headers()['retry-after']]).toEqual([503, '60']);
		expect(await codeOf(away)).toBe('storage-damaged');

		rmSync(file);
		await expect
			.poll(async () => (await request.get(`${site.origin}/api/health`)).status())
			.toBe(200);
	} finally {
		await site.close();
	}
});

test('a flood from one address is told when to retry, and other addresses are served', async ({
	request,
	site
}) => {
	const from = (address: string) =>
		request.get(`${site.origin}/api/push/key`, { headers: { 'x-forwarded-for': address } });
	let last = await from('2001:db8::1');
	for (let n = 0; n < 300 && last.status() === 200; n += 1) last = await from(`2001:db8::${n}`);
	expect([last.status(), await codeOf(last)]).toEqual([429, 'too-many-requests']);
	expect(Number(last.headers()['retry-after'])).toBeGreaterThan(0);
	expect((await from('198.51.100.9')).status()).toBe(200);
});
