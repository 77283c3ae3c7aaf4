import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SenderLimits } from '#lib/server/sender/lanes/sender-limits.ts';
import { loadVapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import type { StoreSettings } from '#lib/server/store/store.ts';
import { aPushService, Sending } from '#tests/support/push/sending.ts';
import { startSender } from '#tests/support/push/start-sender.ts';
import { describeStores } from '#tests/support/server/stores.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

const DELIVERIES = 600;
const KILLS = 3;
const LIMITS = { concurrency: 20, perSecond: 10_000, deadlineMs: 5000, leaseMs: 8000 };
/** Long enough that a busy machine causes no retries, and that no lease ends. */
const PATIENT = { ...LIMITS, deadlineMs: 60_000, leaseMs: 600_000 };
/** How many may be sent and not settled. */
const IN_FLIGHT = 2 * LIMITS.concurrency;
const WAIT = { timeout: 50_000, interval: 10 };
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** A store with an announcement for every phone of one push service, and senders to start on it. */
async function aFullOutbox(settings: StoreSettings, limits: SenderLimits) {
	const service = await aPushService();
	const vapidDir = aTemporaryFolder();
	const sending = await Sending.open(settings, loadVapidKeys(vapidDir));
	await sending.subscribeMany(service, DELIVERIES);
	await sending.announce();
	const start = () => startSender({ ...settings, vapidDir, testOrigin: service.origin, limits });
	return { service, sending, start };
}

describeStores('a sender', (aNewStore) => {
	test('that is killed in flight loses nothing, and sends twice no more than was in flight', async () => {
		const { service, sending, start } = await aFullOutbox(aNewStore(), LIMITS);

		for (let kill = 1; kill <= KILLS; kill += 1) {
			const child = await start();
			await vi.waitFor(() => {
				expect(service.received.length).toBeGreaterThan(kill * 100);
			}, WAIT);
			child.kill('SIGKILL');
			await once(child, 'exit');
		}
		const last = await start();
		onTestFinished(() => {
			last.kill('SIGKILL');
		});
		await sending.settled({ sent: DELIVERIES });

		const phones = new Set(service.received.map(({ id }) => id));
		expect(phones.size).toBe(DELIVERIES);
		expect(service.received.length - DELIVERIES).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
	});

	test('that is told to stop finishes what is on its way and gives the rest back', async () => {
		const { service, sending, start } = await aFullOutbox(aNewStore(), PATIENT);

		const first = await start();
		await vi.waitFor(() => {
			expect(service.received.length).toBeGreaterThan(50);
		}, WAIT);
		first.kill('SIGTERM');
		expect(await once(first, 'exit')).toEqual([0, null]);
		expect((await sending.progress())['sent']).toBe(service.received.length);

		// nothing is left to the end of its lease, which is ten minutes away
		const second = await start();
		onTestFinished(() => {
			second.kill('SIGKILL');
		});
		await sending.settled({ sent: DELIVERIES });
		expect(service.received).toHaveLength(DELIVERIES);
	});

	test('shares an outbox with others, and no phone gets it twice', async () => {
		const { service, sending, start } = await aFullOutbox(aNewStore(), PATIENT);
		const children = await Promise.all([start(), start(), start()]);
		onTestFinished(() => {
			for (const child of children) child.kill('SIGKILL');
		});
		await sending.settled({ sent: DELIVERIES });

		expect(service.received).toHaveLength(DELIVERIES);
	});
});
