// A process that works on a store, for tests that kill it (tests/fault/store-killed.fault.ts). Its arguments
// are a task and the settings of the store. It prints a line for each step.

import { appendFileSync } from 'node:fs';
import { openStore } from '#lib/server/store/open-store.ts';
import type { Store, StoreSettings } from '#lib/server/store/store.ts';

const [task = '', settings = '{}', received = '', leaseMs = ''] = process.argv.slice(2);

const store = await openStore(JSON.parse(settings) as StoreSettings);
switch (task) {
	case 'open':
		break;
	case 'advance':
		while ((await store.announcements.advance()).isBusy) console.log('step');
		break;
	case 'send':
		await send(store);
		break;
	default:
		throw new Error(`No task ${task}`);
}
console.log('done');
await store.close();

/** Leases and settles until nothing is left. Each line of the file `received` stands for a sent message. */
async function send({ outbox, announcements }: Store): Promise<void> {
	for (;;) {
		await announcements.advance();
		const leased = await outbox.leaseDeliveries(50, Number(leaseMs));
		if (leased.length === 0) {
			const [newest] = await announcements.list(1);
			if (newest?.state === 'done') return;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		const settling = leased.map((delivery) => {
			appendFileSync(received, `${delivery.subscriptionId}\n`);
			return outbox.settleDelivery(delivery, { kind: 'sent' });
		});
		console.log('step');
		await Promise.all(settling);
	}
}
