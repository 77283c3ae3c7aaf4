import type { Page } from '@playwright/test';

/** The notices that are shown on the phone now. */
export function shownNotices(
	page: Page
): Promise<{ title: string; body: string; lang: string; tag: string }[]> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const notices = await registration.getNotifications();
		return notices.map(({ title, body, lang, tag }) => ({ title, body, lang, tag }));
	});
}

/** Closes all notices, as a reader would, and waits: a notice shown meanwhile would be closed, too. */
export async function dismissNotices(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		for (const notice of await registration.getNotifications()) notice.close();
		while ((await registration.getNotifications()).length > 0) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	});
}
