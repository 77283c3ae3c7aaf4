import https from 'node:https';
import webPush from 'web-push';
import { formatPushMessage } from '#lib/push/push-message.ts';
import { openSender } from '#lib/server/sender/open-sender.ts';
import { median } from '../figure.ts';
import { createMemoryOutbox } from './memory-outbox.ts';
import type { PushBench } from './push-bench.ts';
import { round } from './push-figure.ts';
import { startBenchService } from './start-bench-service.ts';
import { subscribers } from './subscribers.ts';

const PROOF = `${'p'.repeat(85)}A`;
const ORIGIN = 'https://handrail.example';
const SUBJECT = 'mailto:operator@example.org';

/** Processor time of this process, in seconds. */
async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}

/**
 * Messages for each second of one processor, against a loop of `webpush.sendNotification` in its two
 * common forms. Processor time, because others share this machine; in turns, because it speeds up and
 * slows down.
 */
export const measureRate: PushBench = async ({ place, quick, say }) => {
	const { keys, certificate } = place;
	const service = await startBenchService(certificate);
	// the loops trust what we trust, and keep Node's own agent
	https.globalAgent.options.ca = certificate.cert;
	const { publicKey, keyId, privateKey } = keys.current;
	const secret = privateKey.export({ format: 'jwk' }).d ?? '';
	const options = {
		TTL: 604_800,
		topic: 'routine',
		vapidDetails: { subject: SUBJECT, publicKey, privateKey: secret }
	};
	const text = formatPushMessage({ edition: 57, severity: 'routine', proof: PROOF }, ORIGIN);
	const notify = ({ endpoint, p256dh, auth }: { endpoint: string; p256dh: string; auth: string }) =>
		webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, text, options);

	const ways: Readonly<Record<string, (count: number) => Promise<unknown>>> = {
		ours: async (count) => {
			const { outbox, drained } = createMemoryOutbox(subscribers(service.origin, count, keyId));
			const sender = openSender({
				outbox,
				keys,
				subject: SUBJECT,
				origin: ORIGIN,
				testOrigin: service.origin,
				ca: certificate.cert,
				limits: { perSecond: 1_000_000 },
				log: () => undefined
			});
			await drained;
			await sender.stop();
		},
		'loop, one after another': async (count) => {
			for (const row of subscribers(service.origin, count, keyId)) await notify(row);
		},
		'loop, all at once': (count) =>
			Promise.all(Array.from(subscribers(service.origin, count, keyId), notify)),
		'encryption alone': (count) => {
			for (const { endpoint, p256dh, auth } of subscribers(service.origin, count, keyId)) {
				webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text);
			}
			return Promise.resolve();
		}
	};

	// all at once, more than so many are refused by this machine's own sockets
	const count = 500;
	const rates: Record<string, number[]> = {};
	for (let round = 0; round < (quick ? 2 : 12); round += 1) {
		for (const [name, run] of Object.entries(ways)) {
			// no way finds connections that another one left open
			https.globalAgent.destroy();
			const rate = count / (await cpuSeconds(() => run(count)));
			// the first round warms up
			if (round > 0) (rates[name] ??= []).push(rate);
			say(`${name}: ${rate.toFixed(0)} a second`);
		}
	}
	service.close();

	const perSecond = (name: string): number => median(rates[name] ?? []);
	const details = Object.fromEntries(
		Object.keys(ways).map((name) => [name, round(perSecond(name))])
	);
	return [
		{
			what: 'messages/s/core, against a loop that sends all at once',
			value: round(perSecond('ours') / perSecond('loop, all at once')),
			unit: '×',
			must: { least: 4 },
			details
		},
		{
			what: 'messages/s/core, against a loop that sends one after another',
			value: round(perSecond('ours') / perSecond('loop, one after another')),
			unit: '×',
			must: { least: 4 },
			details: {
				why: 'encryption alone is the ceiling',
				ceiling: round(perSecond('encryption alone') / perSecond('loop, one after another'))
			}
		}
	];
};
