import type { Page } from '@playwright/test';

/** The notices that stand on the phone now. */
export function shownNotices(
	page: Page
): Promise<{ title: string; body: string; lang: string; tag: string }[]> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const notices = await registration.getNotifications();
		return notices.map(({ title, body, lang, tag }) => ({ title, body, lang, tag }));
	});
}

/** Takes them away, as their reader does. Until they are gone, a new one would go with them. */
export async function dismissNotices(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		for (const notice of await registration.getNotifications()) notice.close();
		while ((await registration.getNotifications()).length > 0) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	});
}
