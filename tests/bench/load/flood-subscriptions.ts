import { createECDH, randomBytes } from 'node:crypto';
import autocannon from 'autocannon';
import * as v from 'valibot';
import { VapidKey } from '#lib/push/subscription-request.ts';

const PATH = '/api/push/subscriptions';
const CONNECTIONS = 200;

/** How a flood was answered, by status. */
export type Answers = Readonly<Record<string, number>>;

/**
 * Sends so many new subscriptions, each from an address of its own in `net`, a number from 0 to 255, as a
 * proxy would name it.
 */
export async function floodSubscriptions(
	port: number,
	count: number,
	net: number
): Promise<Answers> {
	const url = `http://127.0.0.1:${String(port)}`;
	const key = await fetch(`${url}/api/push/key`);
	const { keyId: vapidKeyId } = v.parse(VapidKey, await key.json());
	const p256dh = createECDH('prime256v1').generateKeys('base64url');
	const auth = randomBytes(16).toString('base64url');
	let sent = 0;
	const result = await autocannon({
		url,
		connections: CONNECTIONS,
		amount: count,
		requests: [
			{
				method: 'POST',
				path: PATH,
				setupRequest(request) {
					sent += 1;
					const id = randomBytes(16).toString('base64url');
					const endpoint = `https://fcm.googleapis.com/fcm/send/${id}`;
					const token = randomBytes(32).toString('base64url');
					const body = { endpoint, keys: { p256dh, auth }, vapidKeyId, token };
					const address = [net, sent >> 16, (sent >> 8) & 255, sent & 255].join('.');
					const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
					return { ...request, headers, body: JSON.stringify(body) };
				}
			}
		]
	});
	const byStatus = Object.entries(result.statusCodeStats ?? {});
	return Object.fromEntries(byStatus.map(([status, { count: answers }]) => [status, answers ?? 0]));
}
