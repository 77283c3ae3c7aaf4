import { anchor } from '#lib/trust/generated/anchor.ts';
import { createLimits } from './api/limits.ts';
import type { Backend } from './backend.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { log } from './log.ts';
import { openStore } from './open-store.ts';
import { warnIfRefused } from './published/warn-if-refused.ts';
import { openSender } from './sender/open-sender.ts';
import type { SenderEvent } from './sender/sender-event.ts';
import { openVapidKeys } from './sender/vapid-keys.ts';
import { parseSettings, refuseDemoKeys, type ServerSettings } from './settings.ts';
import { StartError } from './start-error.ts';
import type { Store } from './store/store.ts';

/** A backend that runs, and how to stop it. */
export interface OpenBackend extends Backend {
	/** Gives back what was not sent, and closes the database. The second call changes nothing. */
	readonly close: () => Promise<void>;
}

/**
 * Opens what the server works with: settings, keys, the database, and, unless `SENDER=off`, the
 * sender. Throws `StartError` where the world is not ready for it.
 */
export async function openBackend(
	environment: Record<string, string | undefined>
): Promise<OpenBackend> {
	const settings = parseSettings(environment);
	refuseDemoKeys(settings, anchor.isDemo);
	const vapidKeys = openVapidKeys(settings.vapidDir);
	await warnIfRefused({ anchor, publishedDir: settings.publishedDir });
	const store = await openStoreOrSay(settings);
	const sender = settings.isSending
		? openSender({
				outbox: store.outbox,
				keys: vapidKeys,
				subject: settings.vapidSubject,
				origin: settings.origin,
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

/** The sender's events are lines of the same log; its alerts are marked like ours. */
function logSender(said: SenderEvent): void {
	const { event, ...fields } = said;
	const alert = said.event === 'sender-alert' && { alert: true, kind: said.alert };
	log(event, { ...fields, ...alert });
}

async function openStoreOrSay(settings: ServerSettings): Promise<Store> {
	try {
		return await openStore(settings);
	} catch (cause) {
		const { code, message } = cause as NodeJS.ErrnoException;
		// the store's own words: another release has been here
		if (code === undefined) throw new StartError(message, { cause });
		// neither the address nor the driver's words, which could quote the password
		const what =
			settings.databaseUrl === undefined
				? `The database ${settings.databaseFile} cannot be opened (${code}). Its folder must be writable: see DATABASE_FILE in docs/operate.md.`
				: `The database of DATABASE_URL cannot be opened (${code}). Is it running, and is the address right?`;
		throw new StartError(what, { cause });
	}
}
