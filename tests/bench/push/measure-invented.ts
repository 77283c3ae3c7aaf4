import { setTimeout as wait } from 'node:timers/promises';
import { fail, ok } from '#lib/edition/result.ts';
import { createMessageBodies } from '#lib/server/web-push/message-bodies.ts';
import { openPushClient } from '#lib/server/web-push/push-client.ts';
import type { SenderPorts } from '#lib/server/sender/push-sender.ts';
import { PushSender } from '#lib/server/sender/push-sender.ts';
import { SENDER_LIMITS } from '#lib/server/sender/lanes/sender-limits.ts';
import { createVapidSigner } from '#lib/server/web-push/vapid-signer.ts';
import type { Store } from '#lib/server/store/store.ts';
import { median } from '../figure.ts';
import type { PushBench } from './push-bench.ts';
import { round, type PushFigure } from './push-figure.ts';
import { seedSubscriptions, type SeedRow } from './seed-subscriptions.ts';
import { startBenchService, type BenchService } from './start-bench-service.ts';
import { subscribers } from './subscribers.ts';
import { ENGINES, openFilled, type Workplace } from './workplace.ts';

/** What invented names do when they are tried. */
const WAYS = {
	'lead nowhere': () => wait(20, fail('unreachable')),
	'never answer': () => wait(SENDER_LIMITS.deadlineMs, fail('timeout'), { ref: false })
} as const;
type Way = keyof typeof WAYS;

interface Crowd {
	readonly engine: Store['engine'];
	readonly real: number;
	readonly invented: number;
	readonly way: Way;
}

/** How long the real ones take, in seconds: they are one push service, the invented one name each. */
async function secondsFor(
	{ certificate, keys, newStore }: Workplace,
	service: BenchService,
	{ engine, real, invented, way }: Crowd
): Promise<number> {
	const settings = await newStore(engine);
	const { keyId } = keys.current;
	const rows: SeedRow[] = [];
	for (let number = 1; number <= invented; number += 1) {
		rows.push(...subscribers(`https://invented-${number}.notify.windows.com`, 1, keyId));
	}
	// the real ones come last, as those do whom somebody wants to keep out
	rows.push(...subscribers(service.origin, real, keyId));
	const store = await openFilled(settings, (it) => seedSubscriptions(it, rows));
	const client = openPushClient({ ca: certificate.cert, isTestOrigin: () => true });
	const post: SenderPorts['post'] = (request, deadlineMs) =>
		request.url.origin === service.origin ? client.post(request, deadlineMs) : WAYS[way]();
	const startedAt = performance.now();
	const sender = PushSender.start({
		outbox: store.outbox,
		parseEndpoint: (endpoint) => ok(new URL(endpoint)),
		limits: { ...SENDER_LIMITS, perSecond: 1_000_000 },
		log: () => undefined,
		post,
		signer: createVapidSigner(keys, 'mailto:operator@example.org'),
		bodiesOf: createMessageBodies('https://handrail.example'),
		now: Date.now,
		random: Math.random
	});
	while ((sender.status().answers.accepted ?? 0) < real) await wait(10);
	const seconds = (performance.now() - startedAt) / 1000;
	await sender.stop();
	client.close();
	await store.close();
	return seconds;
}

/** What becomes of the real ones when somebody has invented 3,000 push services, which are due as well. */
export const measureInvented: PushBench = async ({ place, quick, say }) => {
	const [real, invented, rounds] = quick ? [1000, 500, 1] : [4000, 3000, 5];
	const service = await startBenchService(place.certificate, { delayMs: 20 });
	const figures: PushFigure[] = [];
	for (const engine of ENGINES) {
		for (const way of Object.keys(WAYS) as Way[]) {
			const ratios: number[] = [];
			const alone: number[] = [];
			for (let turn = 0; turn < rounds; turn += 1) {
				const crowd = { engine, real, way };
				// in turns, because the machine speeds up and slows down
				const without = await secondsFor(place, service, { ...crowd, invented: 0 });
				const withThem = await secondsFor(place, service, { ...crowd, invented });
				ratios.push(withThem / without);
				alone.push(without);
				say(`${engine}, ${way}: ${withThem.toFixed(2)} s, ${without.toFixed(2)} s without them`);
			}
			figures.push({
				what: `${real} real ones beside ${invented} invented push services that ${way}, ${engine}`,
				value: round(median(ratios)),
				unit: '×',
				must: { most: 1.2 },
				details: { secondsWithout: round(median(alone)), worst: round(Math.max(...ratios)) }
			});
		}
	}
	service.close();
	return figures;
};
