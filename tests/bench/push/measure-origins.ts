import { setTimeout as wait } from 'node:timers/promises';
import { ok } from '#lib/edition/result.ts';
import { createMessageBodies } from '#lib/server/web-push/message-bodies.ts';
import { openPushClient } from '#lib/server/web-push/push-client.ts';
import { PushSender } from '#lib/server/sender/push-sender.ts';
import { createVapidSigner } from '#lib/server/web-push/vapid-signer.ts';
import type { PushBench } from './push-bench.ts';
import { round, type PushFigure } from './push-figure.ts';
import { seedSubscriptions, type SeedRow } from './seed-subscriptions.ts';
import { startBenchService } from './start-bench-service.ts';
import { subscribers } from './subscribers.ts';
import { openFilled, type Workplace } from './workplace.ts';

/** The third push service: as the others, or as it should not be. */
const THIRD = {
	well: { delayMs: 100 },
	dead: { status: 0 },
	'at 429': { status: 429, retryAfter: '600' }
} as const;
const LIMITS = { concurrency: 10, perSecond: 1000, deadlineMs: 5000, leaseMs: 120_000 };

/** How many messages a second two push services get, while a third one is what it is. */
async function rateOfOthers(
	place: Workplace,
	third: keyof typeof THIRD,
	count: number
): Promise<number> {
	const { certificate, keys } = place;
	const services = await Promise.all([
		startBenchService(certificate, { delayMs: 100 }),
		startBenchService(certificate, { delayMs: 100 }),
		startBenchService(certificate, THIRD[third])
	]);
	const settings = await place.newStore('sqlite');
	const rows: SeedRow[] = [];
	const all = services.map(({ origin }) => [...subscribers(origin, count, keys.current.keyId)]);
	// one after the other in the outbox, so that the third one's stand between theirs
	for (let row = 0; row < count; row += 1) rows.push(...all.flatMap((of) => of[row] ?? []));
	const store = await openFilled(settings, (it) => seedSubscriptions(it, rows));
	const client = openPushClient({ ca: certificate.cert, isTestOrigin: () => true });
	const sender = PushSender.start({
		outbox: store.outbox,
		parseEndpoint: (endpoint) => ok(new URL(endpoint)),
		limits: LIMITS,
		log: () => undefined,
		post: client.post,
		signer: createVapidSigner(keys, 'mailto:operator@example.org'),
		bodiesOf: createMessageBodies('https://handrail.example'),
		now: Date.now,
		random: Math.random
	});
	const goal = third === 'well' ? 3 * count : 2 * count;
	while ((sender.status().answers.accepted ?? 0) < goal) await wait(50);
	const reports = await Promise.all(services.slice(0, 2).map(({ report }) => report()));
	await sender.stop();
	client.close();
	await store.close();
	for (const { close } of services) close();
	const rates = reports.map(({ received, firstAt, lastAt }) => {
		return (received * 1000) / (lastAt - firstAt);
	});
	return Math.min(...rates);
}

/** What becomes of the others when one push service is dead, or at 429. */
export const measureOrigins: PushBench = async ({ place, quick, say }) => {
	const count = quick ? 200 : 2000;
	const figures: PushFigure[] = [];
	const well = await rateOfOthers(place, 'well', count);
	for (const third of ['dead', 'at 429'] as const) {
		const rate = await rateOfOthers(place, third, count);
		say(`${third}: ${rate.toFixed(1)} a second, ${well.toFixed(1)} when all are well`);
		figures.push({
			what: `one push service ${third}: the slowest of the others, of its rate when all are well`,
			value: round((rate / well) * 100),
			unit: '%',
			must: { least: 90 },
			details: { perSecond: round(rate), perSecondWhenWell: round(well) }
		});
	}
	return figures;
};
