import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { PushService } from '#tests/support/push/push-service.ts';
import { startSender } from '#tests/support/push/start-sender.ts';
import type { PushBench } from './push-bench.ts';
import type { PushFigure } from './push-figure.ts';
import { seedSubscriptions } from './seed-subscriptions.ts';
import { ENGINES, openFilled } from './workplace.ts';

const KILLS = 8;
const LIMITS = { concurrency: 50, perSecond: 10_000, deadlineMs: 10_000, leaseMs: 15_000 };

/** Eight senders killed in flight, one after another, over one outbox. Each message is decrypted. */
export const measureKills: PushBench = async ({ place, quick, say }) => {
	const count = quick ? 2000 : 20_000;
	const figures: PushFigure[] = [];
	for (const engine of ENGINES) {
		const service = await PushService.open({ tls: place.certificate });
		const settings = await place.newStore(engine);
		const rows = Array.from({ length: count }, () => service.subscribe(place.keys.current.keyId));
		const store = await openFilled(settings, (it) => seedSubscriptions(it, rows));
		const start = () =>
			startSender({
				...settings,
				vapidDir: place.vapidDir,
				testOrigin: service.origin,
				ca: place.certificate.cert,
				limits: LIMITS
			});
		for (let kill = 1; kill <= KILLS; kill += 1) {
			const child = await start();
			const until = (kill * count) / (KILLS + 1);
			while (service.received.length < until) await wait(5);
			child.kill('SIGKILL');
			await once(child, 'exit');
			say(`${engine}: kill ${kill} after ${service.received.length}`);
		}
		const last = await start();
		for (;;) {
			const { ended } = (await store.announcements.find(57)) ?? {};
			if (ended?.sent === count) break;
			await store.announcements.advance();
			await wait(200);
		}
		last.kill('SIGKILL');
		const phones = new Set(service.received.map(({ id }) => id)).size;
		const problems = service.received.filter((push) => push.problems.length > 0).length;
		await service.close();
		await store.close();
		figures.push(
			{
				what: `${KILLS} kills over ${count} deliveries, ${engine}: lost`,
				value: count - phones,
				unit: '',
				must: { most: 0 },
				details: { notDecryptedOrNotSigned: problems }
			},
			{
				what: `${KILLS} kills over ${count} deliveries, ${engine}: sent twice`,
				value: service.received.length - phones,
				unit: '',
				must: { most: KILLS * 2 * LIMITS.concurrency },
				details: { kills: KILLS, inFlightAtMost: 2 * LIMITS.concurrency }
			}
		);
	}
	return figures;
};
