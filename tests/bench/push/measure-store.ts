import { encryptMessage } from '#lib/server/web-push/encrypt-message.ts';
import type { Store } from '#lib/server/store/store.ts';
import { aPushPhone } from '#tests/support/push/push-phone.ts';
import type { PushBench } from './push-bench.ts';
import { round, type PushFigure } from './push-figure.ts';
import { seedSubscriptions } from './seed-subscriptions.ts';
import { subscribers } from './subscribers.ts';
import { ENGINES, openFilled } from './workplace.ts';

/** Processor time of this process and time by the clock, for each message, in µs. */
async function perMessage(count: number, work: () => Promise<void>) {
	const cpu = process.cpuUsage();
	const startedAt = performance.now();
	await work();
	const { user, system } = process.cpuUsage(cpu);
	return { cpu: (user + system) / count, wall: ((performance.now() - startedAt) * 1000) / count };
}

/** Leases and settles everything that is due, as a sender does: settling overlaps the next lease. */
async function drain({ outbox }: Store): Promise<void> {
	let settling: Promise<unknown> = Promise.resolve();
	for (;;) {
		const leased = await outbox.leaseDeliveries(200, 120_000);
		await settling;
		if (leased.length === 0) return;
		settling = Promise.all(leased.map((it) => outbox.settleDelivery(it, { kind: 'sent' })));
	}
}

/** What the store adds to a message, against what its encryption costs. */
export const measureStore: PushBench = async ({ place, quick, say }) => {
	const count = quick ? 2000 : 50_000;
	const phone = aPushPhone();
	const message = Buffer.alloc(1024, ' ');
	const figures: PushFigure[] = [];
	for (const engine of ENGINES) {
		const settings = await place.newStore(engine);
		const rows = subscribers('https://push.example', count, place.keys.current.keyId);
		const store = await openFilled(settings, (it) => seedSubscriptions(it, rows));
		const encryptions = Math.min(count, 5000);
		const encryption = await perMessage(encryptions, () => {
			for (let done = 0; done < encryptions; done += 1) encryptMessage(phone, message);
			return Promise.resolve();
		});
		const stored = await perMessage(count, () => drain(store));
		await store.close();
		say(`${engine}: ${stored.cpu.toFixed(0)} µs, encryption ${encryption.cpu.toFixed(0)} µs`);
		figures.push({
			what: `lease and settle, ${engine}, of the time of encryption`,
			value: round((stored.cpu / encryption.cpu) * 100),
			unit: '%',
			must: { most: 10 },
			details: {
				storeCpuUs: round(stored.cpu),
				storeWallUs: round(stored.wall),
				encryptionCpuUs: round(encryption.cpu)
			}
		});
	}
	return figures;
};
