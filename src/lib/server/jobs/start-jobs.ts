import type { Anchor } from '#lib/trust/anchor.ts';
import { log } from '#lib/server/process/log.ts';
import { readExpiries } from '#lib/server/trusted-edition/read-expiries.ts';
import type { RunningSender } from '#lib/server/sender/push-sender.ts';
import type { ServerSettings } from '#lib/server/process/settings.ts';
import type { Store } from '#lib/server/store/store.ts';
import { advanceAnnouncements } from './advance-announcements.ts';
import { forgetUnseen } from './forget-unseen.ts';
import { repeat, type Repeated } from './repeat.ts';
import { createDeliveryWatchdog } from './delivery-watchdog.ts';
import { createExpiryWatchdog } from './expiry-watchdog.ts';

interface Parts {
	readonly store: Pick<Store, 'announcements' | 'subscriptions'>;
	readonly settings: Pick<ServerSettings, 'watchdogMinutes' | 'publishedDir'>;
	readonly anchor: Anchor;
	readonly sender: Pick<RunningSender, 'wake'> | undefined;
}

/**
 * Starts what a process does besides answering requests. Announcements are advanced only where there is
 * a sender. The watchdogs run in every process, so that they also notice a sender that does not run.
 */
export function startJobs({ store, settings, anchor, sender }: Parts): Repeated {
	const { announcements, subscriptions } = store;
	const { watchdogMinutes, publishedDir } = settings;
	const now = (): Date => new Date();
	const published = { anchor, publishedDir };
	const jobs = [
		repeat(createDeliveryWatchdog({ announcements, watchdogMinutes, log, now })),
		repeat(createExpiryWatchdog({ readExpiries: (at) => readExpiries(published, at), log, now })),
		repeat(() => forgetUnseen({ subscriptions, log }))
	];
	if (sender) {
		jobs.push(repeat(() => advanceAnnouncements({ announcements, log, onProgress: sender.wake })));
	}
	return {
		async stop() {
			await Promise.all(jobs.map((job) => job.stop()));
		}
	};
}
