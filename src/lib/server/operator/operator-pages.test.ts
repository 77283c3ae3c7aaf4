import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aBackend, aSubscriptionRequest } from '#tests/support/push/api-backend.ts';
import { getMetrics, getOps } from './operator-pages.ts';

const TOKEN = 'an-operator-token-of-24-or-more';

async function aServer(environment: Record<string, string> = { OPERATOR_TOKEN: TOKEN }) {
	const it = await aBackend(environment);
	const get = (page: typeof getOps, path: string, headers: Record<string, string> = {}) => {
		const request = new Request(`http://localhost:4173${path}`, { headers });
		return page({ request, peer: '198.51.100.9' }, it.backend);
	};
	return { ...it, get };
}
const bearer = { authorization: `Bearer ${TOKEN}` };

test('the operator sees numbers, and no endpoint', async () => {
	const { get, store, announce, ask, ...it } = await aServer();
	const subscription = aSubscriptionRequest(it);
	await store.subscriptions.save(subscription);
	const headers = { 'content-type': 'application/octet-stream' };
	await ask('POST /api/announcements', { headers, body: await announce() });

	for (const [page, path] of [
		[getOps, '/ops'],
		[getMetrics, '/metrics']
	] as const) {
		const answer = await get(page, path, bearer);
		const text = await answer.text();
		expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
		expect(text).toMatch(/held/);
		expect(text).not.toContain(subscription.endpoint);
		expect(text).not.toContain('fcm.googleapis.com');
	}
	expect(await (await get(getOps, '/ops', bearer)).text()).toContain('1 subscriptions');
});

test('to a stranger nothing is there, with a token set and without', async () => {
	for (const environment of [{ OPERATOR_TOKEN: TOKEN }, {}]) {
		const { get } = await aServer(environment);
		for (const path of ['/ops', '/metrics'] as const) {
			const page = path === '/ops' ? getOps : getMetrics;
			const answer = await get(page, path);
			expect(answer.status).toBe(404);
			expect(answer.headers.has('www-authenticate')).toBe(false);
			expect(await answer.text()).toBe('Not found. Start from /\n');
		}
	}
});

test('a browser is asked for the token at an address of its own', async () => {
	const { get } = await aServer();
	const asked = await get(getOps, '/ops?sign-in');
	expect(asked.status).toBe(401);
	expect(asked.headers.get('www-authenticate')).toMatch(/^Basic /);
	const authorization = `Basic ${Buffer.from(`operator:${TOKEN}`).toString('base64')}`;
	expect((await get(getOps, '/ops', { authorization })).status).toBe(200);
	const { get: without } = await aServer({});
	expect((await without(getOps, '/ops?sign-in')).status).toBe(404);
});

test('how long what is published lasts is read from the folder, and verified', async () => {
	const it = await aServer();
	const days = async () => {
		const text = await (await it.get(getMetrics, '/metrics', bearer)).text();
		return [...text.matchAll(/^handrail_(days_left\{what="\w+"\}|edition_trusted) (\S+)$/gm)].map(
			([, name = '', value]): [string, number] => [
				/"(\w+)"/.exec(name)?.[1] ?? name,
				Math.floor(Number(value))
			]
		);
	};
	const before = new Map(await days());
	expect(before.get('edition_trusted')).toBe(1);
	expect([...before.keys()]).toEqual(['edition_trusted', 'root', 'edition', 'head']);
	const DAY_MS = 86_400_000;
	it.passMs(3 * DAY_MS);
	expect(new Map(await days()).get('head')).toBe((before.get('head') ?? 0) - 3);
	it.passMs(400 * DAY_MS);
	// over, and still what phones have: said as it is
	expect(new Map(await days()).get('root')).toBeLessThan(0);
	writeFileSync(join(it.settings.publishedDir, 'head.json'), '{}');
	expect(await days()).toEqual([['edition_trusted', 0]]);
});
