import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE_MS } from '#lib/edition/durations.ts';
import { anchor } from '#lib/trust/generated/anchor.ts';
import { createLimits } from '#lib/server/rate-limits/server-limits.ts';
import type { Backend } from './backend.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { log } from '#lib/server/process/log.ts';
import { describeStoreFailure } from '#lib/server/store/describe-store-failure.ts';
import { keepStoreOpen, type StoreChange } from '#lib/server/store/keep-store-open.ts';
import { isDemoEdition } from '#lib/server/trusted-edition/is-demo-edition.ts';
import { warnIfRefused } from '#lib/server/trusted-edition/warn-if-refused.ts';
import { openSender } from '#lib/server/sender/open-sender.ts';
import type { SenderEvent } from '#lib/server/sender/outcomes/sender-event.ts';
import { loadVapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import {
	parseSettings,
	refuseDemoKeys,
	type ServerSettings
} from '#lib/server/process/settings.ts';

/** How long the start waits for the database. After that, pages are served without it. */
const FIRST_ATTEMPT_MS = 1000;
/** How often the same failure of the database is logged. */
const QUIET_MS = 10 * MINUTE_MS;

/** A backend, and how to close it. */
export interface OpenBackend extends Backend {
	/** Gives back what was not sent, and closes the database. Further calls do nothing. */
	readonly close: () => Promise<void>;
}

/**
 * Opens what the server works with: settings, keys, the database and, unless `SENDER=off`, a sender.
 * Throws `StartError` if a setting is wrong. A database that is away does not stop the start: pages and
 * editions need none.
 */
export async function openBackend(
	environment: Record<string, string | undefined>
): Promise<OpenBackend> {
	const settings = parseSettings(environment);
	const edition = isDemoEdition(settings.publishedDir);
	refuseDemoKeys(settings, { app: anchor.isDemo, edition });
	const vapidKeys = loadVapidKeys(settings.vapidDir);
	await warnIfRefused({ anchor, publishedDir: settings.publishedDir });
	const store = keepStoreOpen(settings, createStoreLog(settings));
	// a database that is there opens in a moment; readers do not wait for one that is away
	await Promise.race([store.firstAttempt, wait(FIRST_ATTEMPT_MS, undefined, { ref: false })]);
	const sender = settings.isSending
		? openSender({
				outbox: store.outbox,
				keys: vapidKeys,
				subject: settings.vapidSubject,
				origin: settings.address,
				testOrigin: settings.pushTestOrigin,
				log: logSender
			})
		: undefined;
	const jobs = startJobs({ store, settings, anchor, sender });

	let closing: Promise<void> | undefined;
	const close = async (): Promise<void> => {
		await jobs.stop();
		await sender?.stop();
		await store.close();
	};
	return {
		...{ settings, anchor, store, vapidKeys },
		limits: createLimits(settings, Date.now),
		senderStatus: () => sender?.status(),
		alertOnce: createAlertOnce(),
		now: () => new Date(),
		close: () => (closing ??= close())
	};
}

function createAlertOnce(): Backend['alertOnce'] {
	const said = new Set<string>();
	return (event) => {
		if (said.has(event)) return;
		said.add(event);
		log(event, { alert: true });
	};
}

/** Writes events of the sender to the log of the process; its alerts are marked like all others. */
function logSender(said: SenderEvent): void {
	const { event, ...fields } = said;
	const alert = said.event === 'sender-alert' && { alert: true, kind: said.alert };
	log(event, { ...fields, ...alert });
}

/** Logs that the database went away or came back, the same failure only every ten minutes. */
function createStoreLog(settings: ServerSettings): (change: StoreChange) => void {
	let last = { problem: '', at: -Infinity };
	return (change) => {
		if (change.kind === 'back') {
			log('database-back');
			return;
		}
		const problem = describeStoreFailure(settings, change.error);
		if (problem === last.problem && performance.now() - last.at < QUIET_MS) return;
		last = { problem, at: performance.now() };
		log('database-away', { alert: true, problem });
	};
}
