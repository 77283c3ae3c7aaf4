import { describe, expect, onTestFinished, test } from 'vitest';
import { PushService, type PushReply } from '#tests/support/push/push-service.ts';
import { aCertificate } from '#tests/support/server/self-signed.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { createPublicLookup } from './public-address.ts';
import { openPushClient } from './push-client.ts';
import { pushHeaders } from './push-headers.ts';
import { loadVapidKeys } from './vapid-keys.ts';
import { createVapidSigner } from './vapid-signer.ts';

type Wire = 'plain' | 'h1' | 'h2';
const certificate = aCertificate();

async function aService(wire: Wire, reply: PushReply, options: { isTest?: boolean } = {}) {
	const service = await PushService.open({
		reply,
		...(wire !== 'plain' && { tls: certificate, protocol: wire })
	});
	const { isTest = true } = options;
	const client = openPushClient({
		isTestOrigin: () => isTest,
		ca: certificate.cert
	});
	onTestFinished(async () => {
		client.close();
		await service.close();
	});
	const keys = loadVapidKeys(aTemporaryFolder());
	const { keyId } = keys.current;
	const signer = createVapidSigner(keys, 'mailto:operator@example.org');
	const { endpoint, id } = service.subscribe(keyId);
	const token = signer.authorize(service.origin, keyId, Date.now()) ?? '';
	const headers = pushHeaders('routine', token);
	const post = (deadlineMs = 10_000) =>
		client.post({ url: new URL(endpoint), headers, body: Buffer.from('unreadable') }, deadlineMs);
	return { service, post, id };
}

describe.each<Wire>(['plain', 'h1', 'h2'])('over %s', (wire) => {
	test('a message is posted, and the answer comes back', async () => {
		const reply = { status: 429, retryAfter: '7', body: '{"errno":1}' };
		const { post, service, id } = await aService(wire, reply);

		expect(await post()).toEqual({
			ok: true,
			value: { status: 429, retryAfter: '7', body: '{"errno":1}' }
		});
		const [push] = service.messagesOf(id);
		expect(push?.headers).toMatchObject({
			ttl: '604800',
			topic: 'routine',
			urgency: 'normal',
			'content-encoding': 'aes128gcm'
		});
		expect(push?.problems).toEqual(['not decrypted']);
	});

	test('connections are kept', async () => {
		const { post, service } = await aService(wire, 201);
		await post();
		const { connections } = service;
		for (let count = 0; count < 5; count += 1) await post();

		expect(service.connections).toBe(connections);
		expect(service.received).toHaveLength(6);
	});

	test('a redirect is not followed', async () => {
		const { post } = await aService(wire, 307);

		expect(await post()).toMatchObject({ ok: true, value: { status: 307 } });
	});

	test('a long answer is read no further than 4 kB', async () => {
		const { post } = await aService(wire, { status: 400, body: 'x'.repeat(1_000_000) });
		const result = await post();

		expect(result.ok && result.value.body.length).toBe(4096);
	});

	test.each<PushReply>(['never', 'slow-drip', 'slow-headers'])(
		'the deadline ends "%s", and the next message goes through',
		async (reply) => {
			const { post, service } = await aService(wire, reply);

			expect(await post(300)).toEqual({ ok: false, code: 'timeout' });
			service.replyWith(201);
			expect(await post()).toMatchObject({ ok: true, value: { status: 201 } });
		}
	);

	test('a connection that breaks is unreachable, and the next message opens another', async () => {
		const { post, service } = await aService(wire, 'reset');

		expect(await post()).toEqual({ ok: false, code: 'unreachable' });
		service.replyWith(201);
		expect(await post()).toMatchObject({ ok: true, value: { status: 201 } });
	});

	test('a push service that is not there is unreachable', async () => {
		const { post, service } = await aService(wire, 201);
		await service.close();

		expect(await post()).toEqual({ ok: false, code: 'unreachable' });
	});
});

test.each<Wire>(['h1', 'h2'])(
	'a name that leads to this machine gets nothing, over %s',
	async (wire) => {
		const { post, service } = await aService(wire, 201, { isTest: false });

		expect(await post()).toEqual({ ok: false, code: 'not-public' });
		expect(service.connections).toBe(0);
	}
);

test('plain HTTP is for tests', async () => {
	const { post, service } = await aService('plain', 201, { isTest: false });

	expect(await post()).toEqual({ ok: false, code: 'unreachable' });
	expect(service.connections).toBe(0);
});

test('a name that leads elsewhere the second time is checked each time it is connected to', async () => {
	const service = await PushService.open({ tls: certificate, protocol: 'h1', reply: 201 });
	const asked: string[] = [];
	const addresses = ['127.0.0.1', '10.0.0.1'];
	// the first answer passes for public, so that something is there to connect to
	const lookup = createPublicLookup((name, _options, callback) => {
		asked.push(name);
		callback(null, [{ address: addresses[asked.length - 1] ?? '10.0.0.1', family: 4 }]);
	});
	const client = openPushClient({
		ca: certificate.cert,
		lookup: (name, options, callback) => {
			if (asked.length === 0) {
				asked.push(name);
				callback(null, options.all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);
			} else lookup(name, options, callback);
		}
	});
	onTestFinished(async () => {
		client.close();
		await service.close();
	});
	const url = new URL(`${service.origin}/push/s1`);
	const result = await client.post({ url, headers: {}, body: Buffer.alloc(0) }, 5000);

	// looked up once to learn what it speaks, and once more to send: that one leads inside
	expect(result).toEqual({ ok: false, code: 'not-public' });
	expect(service.received).toEqual([]);
});

test('a certificate that nobody vouches for is unreachable', async () => {
	const service = await PushService.open({ tls: aCertificate() });
	const client = openPushClient({ isTestOrigin: () => true });
	onTestFinished(async () => {
		client.close();
		await service.close();
	});
	const url = new URL(`${service.origin}/push/s1`);

	expect(await client.post({ url, headers: {}, body: Buffer.alloc(0) }, 5000)).toEqual({
		ok: false,
		code: 'unreachable'
	});
});
