import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** Sends events to Chromium's worker as the push service or the system would. Pushes skip encryption. */
export interface WorkerEvents {
	readonly push: (data: string) => Promise<void>;
	readonly periodicSync: () => Promise<void>;
	/** Taps the notice. Chromium does not count this as a user gesture, so no window may be opened. */
	readonly click: () => Promise<void>;
}

/** A string, because it runs in the worker, whose global types this project does not load. */
const CLICK = `(async () => {
	const [notification] = await registration.getNotifications();
	dispatchEvent(new NotificationEvent('notificationclick', { notification }));
})()`;

export async function workerEvents(
	context: BrowserContext,
	page: Page,
	origin: string
): Promise<WorkerEvents> {
	const devtools = await context.newCDPSession(page);
	const registrationId = await findRegistration(devtools, origin);
	return {
		push: async (data) => {
			await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
		},
		periodicSync: async () => {
			const tag = 'handrail-check';
			await devtools.send('ServiceWorker.dispatchPeriodicSyncEvent', {
				origin,
				registrationId,
				tag
			});
		},
		click: async () => {
			await context.serviceWorkers()[0]?.evaluate(CLICK);
		}
	};
}

function findRegistration(devtools: CDPSession, origin: string): Promise<string> {
	return new Promise((resolve) => {
		devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const own = registrations.find(({ scopeURL, isDeleted }) => {
				return scopeURL === `${origin}/` && !isDeleted;
			});
			if (own) resolve(own.registrationId);
		});
		void devtools.send('ServiceWorker.enable');
	});
}
