import { setTimeout as wait } from 'node:timers/promises';
import { startSender } from '#tests/support/push/start-sender.ts';
import type { PushBench } from './push-bench.ts';
import { round, type PushFigure } from './push-figure.ts';
import { seedSubscriptions } from './seed-subscriptions.ts';
import { startBenchService } from './start-bench-service.ts';
import { subscribers } from './subscribers.ts';
import { openFilled, type Workplace } from './workplace.ts';

const PATIENT = { perSecond: 1_000_000, deadlineMs: 60_000, leaseMs: 600_000 };

interface Drained {
	readonly perSecond: number;
	readonly doubles: number;
}

/** How fast so many senders empty one PostgreSQL. */
async function drainWith(
	place: Workplace,
	senders: number,
	{ count, delayMs, concurrency }: { count: number; delayMs: number; concurrency: number }
): Promise<Drained> {
	const service = await startBenchService(place.certificate, { delayMs });
	const settings = await place.newStore('postgres');
	const rows = subscribers(service.origin, count, place.keys.current.keyId);
	const store = await openFilled(settings, (it) => seedSubscriptions(it, rows));
	const start = () =>
		startSender({
			...settings,
			vapidDir: place.vapidDir,
			testOrigin: service.origin,
			ca: place.certificate.cert,
			limits: { ...PATIENT, concurrency }
		});
	const children = await Promise.all(Array.from({ length: senders }, start));
	for (;;) {
		const { ended } = (await store.announcements.find(57)) ?? {};
		if (ended?.sent === count) break;
		await wait(100);
	}
	const { received, firstAt, lastAt } = await service.report();
	for (const child of children) child.kill('SIGTERM');
	service.close();
	await store.close();
	return { perSecond: (received * 1000) / (lastAt - firstAt), doubles: received - count };
}

/**
 * One sender and two on one store: once as it is with real push services, which take their time, and
 * once with one that takes none, so that processors are all that counts.
 */
export const measureTwoSenders: PushBench = async ({ place, quick, say }) => {
	const modes = [
		{
			name: 'a push service that takes 100 ms',
			count: quick ? 600 : 6000,
			delayMs: 100,
			concurrency: 20,
			must: { least: 1.7 }
		},
		{
			name: 'a push service that takes no time',
			count: quick ? 1000 : 12_000,
			delayMs: 0,
			concurrency: 100,
			must: undefined
		}
	];
	const figures: PushFigure[] = [];
	for (const { name, must, ...mode } of modes) {
		const one = await drainWith(place, 1, mode);
		const two = await drainWith(place, 2, mode);
		say(`${name}: ${one.perSecond.toFixed(0)}, ${two.perSecond.toFixed(0)} a second`);
		figures.push(
			{
				what: `two senders against one, PostgreSQL, ${name}`,
				value: round(two.perSecond / one.perSecond),
				unit: '×',
				...(must && { must }),
				details: {
					one: round(one.perSecond),
					two: round(two.perSecond),
					...(must === undefined && {
						why: 'senders, PostgreSQL and the push service share the same processors'
					})
				}
			},
			{
				what: `sent twice by two senders, ${name}`,
				value: two.doubles,
				unit: '',
				must: { most: 0 }
			}
		);
	}
	return figures;
};
