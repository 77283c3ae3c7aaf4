import { describe, expect, test } from 'vitest';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import { getHealth } from './health.ts';
import { PROBLEM_CODES } from '#lib/server/requests/problem.ts';
import {
	aBackend,
	aSubscriptionRequest,
	type TestBackend
} from '#tests/support/push/api-backend.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

async function aServer(environment?: Record<string, string>) {
	const it = await aBackend(environment);
	const request = (overrides?: Partial<SubscriptionRequest>) => aSubscriptionRequest(it, overrides);
	const save = (body: unknown, peer?: string) =>
		it.ask(
			'POST /api/push/subscriptions',
			{ headers: JSON_TYPE, body: JSON.stringify(body) },
			peer
		);
	const refresh = (body: unknown, token: string) =>
		it.ask('PUT /api/push/subscriptions', {
			headers: { ...JSON_TYPE, authorization: `Bearer ${token}` },
			body: JSON.stringify(body)
		});
	const remove = (token: string, peer?: string) =>
		it.ask(
			'DELETE /api/push/subscriptions',
			{ headers: { authorization: `Bearer ${token}` } },
			peer
		);
	return { ...it, request, save, refresh, remove, count: () => countOf(it) };
}

const countOf = async ({ store }: TestBackend): Promise<number> =>
	(await store.statistics.countByMonth()).reduce((sum, { count }) => sum + count, 0);

const codeOf = async (response: Response): Promise<string> => {
	const body: unknown = response.status === 204 ? {} : await response.json();
	return (body as { code?: string }).code ?? String(response.status);
};

test('the key is the one that subscriptions must be made with', async () => {
	const { ask, vapidKeys } = await aServer();
	const answer = await ask('GET /api/push/key');
	const { publicKey, keyId } = vapidKeys.current;
	expect(await answer.json()).toEqual({ publicKey, keyId });
	expect(answer.headers.get('cache-control')).toBe('no-store');
});

describe('a subscription', () => {
	test('is saved, refreshed and removed by the phone that has its token', async () => {
		const { request, save, refresh, remove, count } = await aServer();
		const mine = request();
		expect(await codeOf(await save(mine))).toBe('201');
		expect(await codeOf(await refresh(mine, mine.token))).toBe('204');
		expect(await count()).toBe(1);
		expect(await codeOf(await remove(mine.token))).toBe('204');
		expect(await count()).toBe(0);
		expect(await codeOf(await remove(mine.token))).toBe('no-subscription');
		expect(await codeOf(await refresh(mine, mine.token))).toBe('no-subscription');
	});

	test('is saved once, however often its answer is lost', async () => {
		const { request, save, count } = await aServer();
		const mine = request();
		for (let i = 0; i < 3; i += 1) expect((await save(mine)).status).toBe(201);
		expect(await count()).toBe(1);
	});

	test('keeps its way out when the phone lost its token and made another', async () => {
		const { request, save, remove, count } = await aServer();
		const before = request();
		const { token } = request();
		await save(before);
		expect((await save({ ...before, token })).status).toBe(201);
		expect(await codeOf(await remove(before.token))).toBe('no-subscription');
		expect(await codeOf(await remove(token))).toBe('204');
		expect(await count()).toBe(0);
	});

	test('of another is not changed or removed', async () => {
		const { request, save, refresh, remove, count } = await aServer();
		const [theirs, mine] = [request(), request()];
		await save(theirs);
		const taken = { ...mine, endpoint: theirs.endpoint };
		expect(await codeOf(await save(taken))).toBe('endpoint-taken');
		expect(await codeOf(await refresh(taken, mine.token))).toBe('wrong-token');
		expect(await codeOf(await remove(mine.token))).toBe('no-subscription');
		expect(await codeOf(await refresh(theirs, theirs.token))).toBe('204');
		expect(await count()).toBe(1);
	});

	test('is one, however its endpoint is spelt, and each spelling finds it', async () => {
		const { request, save, refresh, remove, count } = await aServer();
		const mine = request();
		const path = mine.endpoint.slice('https://fcm.googleapis.com'.length);
		const spellings = [
			`https://FCM.googleapis.com${path}`,
			`https://fcm.googleapis.com:443${path}`,
			`https://fcm.googleapis.com/.${path}`,
			`https://fcm.googleapis.com/x/..${path}`,
			`https://fcm.googleapis.com/${path}`,
			`https:\\\\fcm.googleapis.com${path.replaceAll('/', '\\')}`,
			`https://fcm.goo\tgleapis.com${path}`
		];
		expect((await save(mine)).status).toBe(201);
		for (const endpoint of spellings) {
			expect((await save({ ...mine, endpoint })).status).toBe(201);
			expect(await codeOf(await refresh({ ...mine, endpoint }, mine.token))).toBe('204');
		}
		for (const more of ['#1', '#', '?x', '?']) {
			const refused = await save({ ...mine, endpoint: mine.endpoint + more });
			expect(await codeOf(refused)).toBe('endpoint-not-allowed');
		}
		expect(await count()).toBe(1);
		expect(await codeOf(await remove(mine.token))).toBe('204');
		expect(await count()).toBe(0);
	});

	test('whose address changed leaves nothing behind when it is removed', async () => {
		const { request, save, remove, count } = await aServer();
		const before = request();
		await save(before);
		await save({ ...request(), token: before.token });
		expect(await count()).toBe(2);
		await remove(before.token);
		expect(await count()).toBe(0);
	});
});

describe('is refused, with a code and what to do:', () => {
	test.each<readonly [string, Partial<Record<keyof SubscriptionRequest, unknown>>]>([
		['endpoint-not-allowed', { endpoint: 'https://169.254.169.254/latest/meta-data' }],
		['endpoint-not-allowed', { endpoint: 'http://fcm.googleapis.com/fcm/send/a' }],
		['bad-keys', { keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }],
		['bad-keys', { keys: { p256dh: `BA${'A'.repeat(85)}`, auth: 'A'.repeat(22) } }],
		['unknown-vapid-key', { vapidKeyId: 'k'.repeat(43) }],
		['malformed-subscription', { keys: { p256dh: 'short', auth: 'A'.repeat(22) } }],
		['malformed-subscription', { endpoint: 'no address' }],
		['malformed-subscription', { token: 'short' }],
		['malformed-subscription', { token: undefined }],
		['malformed-subscription', { endpoint: 7 }]
	])('%s %j', async (code, overrides) => {
		const { request, save, count } = await aServer();
		const answer = await save({ ...request(), ...overrides });
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(await codeOf(answer)).toBe(code);
		expect(await count()).toBe(0);
	});

	test('what is no JSON, too large or of another type', async () => {
		const { ask } = await aServer();
		const post = async (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
			codeOf(await ask('POST /api/push/subscriptions', { headers, body }));
		expect(await post('{')).toBe('malformed-json');
		expect(await post(new Uint8Array([0x22, 0xff, 0x22]))).toBe('malformed-json');
		expect(await post(JSON.stringify({ pad: ' '.repeat(8192) }))).toBe('body-too-large');
		expect(await post('{}', { 'content-type': 'text/plain' })).toBe('wrong-content-type');
		expect(await post('[]')).toBe('malformed-subscription');
	});

	test('a caller without a token', async () => {
		const { ask } = await aServer();
		for (const authorization of ['', 'Bearer', 'Bearer x', `Basic ${'t'.repeat(43)}`]) {
			const answer = await ask('DELETE /api/push/subscriptions', { headers: { authorization } });
			expect(answer.headers.get('www-authenticate')).toBe('Bearer');
			expect(await codeOf(answer)).toBe('no-token');
		}
	});
});

describe('a flood', () => {
	test('of one address is answered 429 with Retry-After, and costs another nothing', async () => {
		const { request, save, ask } = await aServer();
		const flood = async (): Promise<Response> => {
			for (let i = 0; i < 500; i += 1) {
				const answer = await ask('GET /api/push/key');
				if (answer.status !== 200) return answer;
			}
			throw new Error('no limit');
		};
		const answer = await flood();
		expect(await codeOf(answer)).toBe('too-many-requests');
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await save(request())).status).toBe(429);
		expect((await save(request(), '203.0.113.7')).status).toBe(201);
	});

	test('does not stop those who want to leave', async () => {
		const { request, save, remove, ask } = await aServer();
		const mine = request();
		await save(mine);
		for (let i = 0; i < 200; i += 1) await ask('GET /api/push/key');
		expect((await save(request())).status).toBe(429);
		expect((await remove(mine.token)).status).toBe(204);
	});

	test('of new subscriptions from many addresses is slowed down as a whole', async () => {
		const { request, save, count, passMs } = await aServer({ SUBSCRIPTIONS_PER_MINUTE: '3' });
		const from = (n: number): Promise<Response> => save(request(), `2001:db8:0:${n}::1`);
		for (let n = 1; n <= 3; n += 1) expect((await from(n)).status).toBe(201);
		const answer = await from(4);
		expect(await codeOf(answer)).toBe('too-many-subscriptions');
		expect(answer.headers.get('retry-after')).toBe('20');
		expect(await count()).toBe(3);
		passMs(20_000);
		expect((await from(5)).status).toBe(201);
	});

	test('finds an end, which is said, is an alert, and stops nobody who is there', async () => {
		const { request, save, refresh, remove, alerts } = await aServer({ MAX_SUBSCRIPTIONS: '2' });
		const [mine, theirs] = [request(), request()];
		await save(mine);
		await save(theirs);
		for (let n = 0; n < 2; n += 1) {
			const refused = await save(request());
			expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3600']);
			expect(await codeOf(refused)).toBe('subscriptions-full');
		}
		expect(alerts).toContain('subscriptions-full');
		expect((await save(mine)).status).toBe(201);
		expect(await codeOf(await refresh(theirs, theirs.token))).toBe('204');
		expect((await remove(theirs.token)).status).toBe(204);
		expect((await save(request())).status).toBe(201);
	});

	test('of invented push services finds an end, and the real ones none', async () => {
		const { request, save, alerts, count } = await aServer({ MAX_PUSH_HOSTS: '3' });
		const at = (host: string, query = '') =>
			save(request({ endpoint: `https://${host}/w/${Math.random().toString(36)}${query}` }));
		const windows = (name: string) => at(`${name}.notify.windows.com`, '?token=a');
		for (const name of ['a', 'b', 'c']) expect((await windows(name)).status).toBe(201);
		const refused = await windows('d');
		expect([refused.status, await codeOf(refused)]).toEqual([503, 'push-hosts-full']);
		expect(alerts).toContain('push-hosts-full');
		expect((await windows('c')).status).toBe(201);
		expect((await at('fcm.googleapis.com')).status).toBe(201);
		expect((await at('web.push.apple.com')).status).toBe(201);
		expect((await at('x.push.apple.com')).status).toBe(201);
		expect(await count()).toBe(7);
	});

	test('from one subscriber of IPv6 counts as one, and a proxy’s word only behind a proxy', async () => {
		const { ask } = await aServer({ TRUST_PROXY: '1' });
		const key = (peer: string, forwarded?: string) => {
			const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
			return ask('GET /api/push/key', { headers }, peer);
		};
		for (let i = 0; i < 120; i += 1) await key(`2001:db8::${i.toString(16)}`);
		expect((await key('2001:db8::ffff')).status).toBe(429);
		expect((await key('2001:db8:0:1::1')).status).toBe(200);
		for (let i = 0; i < 120; i += 1) await key('127.0.0.1', `${i}.0.0.1, 198.51.100.9`);
		expect((await key('127.0.0.1', '198.51.100.9')).status).toBe(429);
		expect((await key('127.0.0.1', '198.51.100.10')).status).toBe(200);
	});
});

test('a proxy that is not trusted is an alert: all readers share one limit', async () => {
	const { ask, alerts } = await aServer();
	await ask('GET /api/push/key');
	expect(alerts).toEqual([]);
	await ask('GET /api/push/key', { headers: { 'x-forwarded-for': '198.51.100.9' } });
	expect(alerts).toEqual(['proxy-not-trusted']);
});

test('health says that the database answers', async () => {
	const { ask } = await aServer();
	expect(await (await ask('GET /api/health')).json()).toEqual({ status: 'ok' });
});

test('a database that is full or away is a 503 that says when to come again', async () => {
	const { backend } = await aServer();
	const failing = async (fields: object) => {
		const ping = () => Promise.reject(Object.assign(new Error('no'), fields));
		const store = { ...backend.store, ping };
		const request = new Request('http://localhost/api/health');
		return getHealth({ request, peer: '198.51.100.9' }, { ...backend, store });
	};
	for (const [fields, code] of [
		[{ errcode: 13 }, 'storage-full'],
		[{ errcode: 10 | (3 << 8) }, 'storage-away'],
		[{ code: '53100' }, 'storage-full'],
		[{ code: '57P01' }, 'storage-away'],
		[{ code: 'ECONNREFUSED' }, 'storage-away']
	] as const) {
		const answer = await failing(fields);
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
		expect(await codeOf(answer)).toBe(code);
	}
	expect((await failing({})).status).toBe(500);
});

test('the document is OpenAPI 3.1, and names every code', async () => {
	const { ask } = await aServer();
	const document = (await (await ask('GET /api/openapi.json')).json()) as { openapi: string };
	expect(document.openapi).toBe('3.1.0');
	const text = JSON.stringify(document);
	for (const code of PROBLEM_CODES) expect(text).toContain(code);
	for (const [ref] of text.matchAll(/#\/components\/schemas\/\w+/g)) {
		const name = ref.replace('#/components/schemas/', '');
		expect(text).toContain(`"${name}":{"type"`);
	}
});
