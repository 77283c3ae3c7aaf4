import { HOUR_MS } from '#lib/edition/durations.ts';
import { ownRegistration } from './own-registration.ts';

/** Chromium's own, which TypeScript does not know. */
interface Tagged {
	register: (tag: string, options?: { minInterval: number }) => Promise<void>;
}
interface WithTasks extends ServiceWorkerRegistration {
	readonly sync?: Tagged;
	readonly periodicSync?: Tagged;
}

const registration = (): Promise<WithTasks | undefined> => ownRegistration();

/** A check every six hours or so, where the browser grants it: to installed apps that are used. */
export async function registerPeriodicCheck(): Promise<void> {
	const options = { minInterval: 6 * HOUR_MS };
	// refused unless installed: checks at each start remain
	const { periodicSync } = (await registration()) ?? {};
	await periodicSync?.register('handrail-check', options).catch(() => undefined);
}

/** Finishes a sync that the network cut, once there is a network again. */
export async function registerRetry(): Promise<void> {
	const { sync } = (await registration()) ?? {};
	await sync?.register('handrail-sync').catch(() => undefined);
}
