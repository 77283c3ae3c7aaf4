import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openStore } from '#lib/server/store/open-store.ts';
import type { PushBench } from './push-bench.ts';
import { round, type PushFigure } from './push-figure.ts';
import { seedSubscriptions } from './seed-subscriptions.ts';
import { subscribers } from './subscribers.ts';
import { ENGINES } from './workplace.ts';

const MB = 1_000_000;

interface Report {
	readonly seconds: number;
	readonly deliveries: number;
	readonly startRss: number;
	readonly mostRss: number;
}

/** A million deliveries made from one announcement, on both stores. */
export const measureFanOut: PushBench = async ({ place, quick, say }) => {
	const count = quick ? 50_000 : 1_000_000;
	const figures: PushFigure[] = [];
	for (const engine of ENGINES) {
		const settings = await place.newStore(engine);
		await (await openStore(settings)).close();
		say(`${engine}: puts ${count} subscriptions in`);
		const rows = subscribers('https://push.example', count, place.keys.current.keyId);
		await seedSubscriptions(settings, rows);
		say(`${engine}: fans out`);
		const child = fork(new URL('./fan-out-process.ts', import.meta.url), [
			JSON.stringify(settings)
		]);
		const [report] = (await once(child, 'message')) as [Report];
		if (report.deliveries !== count) throw new Error(`${report.deliveries} of ${count} deliveries`);
		figures.push(
			{
				what: `fan-out to ${count}, ${engine}: memory above its start`,
				value: round((report.mostRss - report.startRss) / MB),
				unit: 'MB',
				must: { most: 150 },
				details: { start: round(report.startRss / MB), most: round(report.mostRss / MB) }
			},
			{
				what: `fan-out to ${count}, ${engine}: time`,
				value: round(report.seconds),
				unit: 's',
				details: { perSecond: Math.round(count / report.seconds) }
			}
		);
	}
	return figures;
};
