import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** What Chromium's worker is told as if by the push service or by the system. Skips encryption. */
export interface WorkerEvents {
	readonly push: (data: string) => Promise<void>;
	readonly periodicSync: () => Promise<void>;
	/** A tap on the notice that is shown. It does not count as a tap for focus and new windows. */
	readonly click: () => Promise<void>;
}

/** As text: it runs in the worker, whose types are not those of this project. */
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
