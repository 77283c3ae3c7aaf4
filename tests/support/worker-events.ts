import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** What Chromium's worker is told as if by the push service or by the system. Skips encryption. */
export interface WorkerEvents {
	readonly push: (data: string) => Promise<void>;
	readonly periodicSync: () => Promise<void>;
	/** A tap on the notice that is shown. It does not count as a tap for focus and new windows. */
	readonly click: () => Promise<void>;
}

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
			const [worker] = context.serviceWorkers();
			await worker?.evaluate(async () => {
				const scope = self as unknown as ServiceWorkerGlobalScope;
				const [notification] = await scope.registration.getNotifications();
				if (!notification) throw new Error('no notice is shown');
				scope.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
			});
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
