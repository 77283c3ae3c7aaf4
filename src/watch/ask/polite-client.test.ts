import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aRecordedHost, type RecordedAnswer } from '#tests/support/server/recorded-host.ts';
import { agentOf } from './agent.ts';
import { PoliteClient } from './polite-client.ts';

const AGENT = agentOf({ name: 'Vecinos (Queens)', address: 'https://guides.example/' });
const aClient = (limits: { deadlineMs?: number; maxBytes?: number; pauseMs?: number } = {}) =>
	new PoliteClient({ agent: AGENT, deadlineMs: 20_000, maxBytes: 100_000, pauseMs: 0, ...limits });

const page: RecordedAnswer = { body: '<p>Words</p>', headers: { 'content-type': 'text/html' } };

test('says who asks, by a name that a robots.txt can use and an address', async () => {
	const host = await aRecordedHost({ '/a': page });
	await aClient().read(`${host.origin}/a`);
	expect(host.asked.map(({ path, headers }) => [path, headers['user-agent']])).toEqual([
		['/robots.txt', 'HandrailWatch/1 (Vecinos Queens; +https://guides.example/)'],
		['/a', 'HandrailWatch/1 (Vecinos Queens; +https://guides.example/)']
	]);
});

test('asks nobody in the name of a demo', () => {
	expect(() => agentOf({ name: 'Demo', address: 'http://localhost:4173' })).toThrow('--contact');
	const named = agentOf({ name: 'Local', address: 'https://localhost.example/' });
	expect(named.header).toContain('https://localhost.example/');
});

test('does not ask for what robots.txt refuses, by our name or for all', async () => {
	const robots = 'User-agent: *\nDisallow: /all\n\nUser-agent: HandrailWatch\nDisallow: /a';
	const host = await aRecordedHost({ '/robots.txt': { body: robots }, '/a': page, '/b': page });
	const client = aClient();
	expect(await client.read(`${host.origin}/a`)).toMatchObject({ kind: 'failed', why: 'robots' });
	expect(await client.read(`${host.origin}/b`)).toMatchObject({ kind: 'answered' });
	expect(host.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/b']);
});

test('asks nothing of a host that cannot say its rules', async () => {
	const host = await aRecordedHost({ '/robots.txt': { status: 503 }, '/a': page });
	const answer = await aClient().read(`${host.origin}/a`);
	expect(answer).toMatchObject({ kind: 'failed', why: 'robots' });
	expect(host.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
});

test('asks one host one thing at a time', async () => {
	const host = await aRecordedHost({ '/a': page, '/b': page, '/c': page });
	const client = aClient();
	await Promise.all(['/a', '/b', '/c', '/a'].map((path) => client.read(`${host.origin}${path}`)));
	expect(host.asked).toHaveLength(5);
	expect(host.mostAtOnce()).toBe(1);
});

test('asks again only for what has changed', async () => {
	const host = await aRecordedHost({ '/a': { ...page, headers: { etag: '"1"' } } });
	const client = aClient();
	const validators = { etag: '"1"', lastModified: 'Mon, 02 Nov 2026 08:00:00 GMT' };
	expect(await client.read(`${host.origin}/a`, validators)).toMatchObject({ kind: 'unchanged' });
	expect(host.asked.at(-1)?.headers['if-modified-since']).toBe(validators.lastModified);
	expect(await client.read(`${host.origin}/a`, { etag: '"0"' })).toMatchObject({
		kind: 'answered'
	});
});

test('follows a page that moved, with the rules of the host that it moved to', async () => {
	const other = await aRecordedHost({
		'/robots.txt': { body: 'User-agent: *\nDisallow: /closed' },
		'/new': page
	});
	const host = await aRecordedHost({
		'/old': { status: 301, headers: { location: `${other.origin}/new` } },
		'/older': { status: 302, headers: { location: `${other.origin}/closed` } }
	});
	const client = aClient();
	const hops = [{ status: 301, from: `${host.origin}/old`, to: `${other.origin}/new` }];
	expect(await client.read(`${host.origin}/old`)).toMatchObject({ kind: 'answered', hops });
	expect(await client.read(`${host.origin}/older`)).toMatchObject({ why: 'robots' });
	expect(other.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/new']);
});

test('does not go round in circles', async () => {
	const host = await aRecordedHost({
		'/a': { status: 302, headers: { location: '/b' } },
		'/b': { status: 302, headers: { location: '/a' } }
	});
	expect(await aClient().read(`${host.origin}/a`)).toMatchObject({ why: 'redirects' });
});

test('does not wait for a host that says nothing', async () => {
	const host = await aRecordedHost({ '/a': { isSilent: true } });
	const client = aClient({ deadlineMs: 1500 });
	expect(await client.read(`${host.origin}/a`)).toMatchObject({ kind: 'failed', why: 'deadline' });
});

test('reads no more than its limit of a huge body, nor of a small one that unfolds', async () => {
	const bomb = gzipSync(new Uint8Array(50_000_000));
	expect(bomb.length).toBeLessThan(90_000);
	const host = await aRecordedHost({
		'/huge': { body: new Uint8Array(200_000) },
		'/bomb': { body: bomb, headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } },
		'/small': { body: gzipSync('words'), headers: { 'content-encoding': 'gzip' } }
	});
	const client = aClient();
	expect(await client.read(`${host.origin}/huge`)).toMatchObject({ why: 'too-large' });
	expect(await client.read(`${host.origin}/bomb`)).toMatchObject({ why: 'too-large' });
	expect(await client.read(`${host.origin}/small`)).toMatchObject({
		response: { body: Buffer.from('words') }
	});
});

test('says so where nobody answers', async () => {
	const { origin } = await aRecordedHost();
	const nobody = origin.replace('127.0.0.1', 'nobody.invalid');
	// its robots.txt cannot be read either, and then nothing is asked
	expect(await aClient().read(`${nobody}/a`)).toMatchObject({ kind: 'failed' });
});
