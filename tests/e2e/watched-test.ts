import { expect, test as base } from '@playwright/test';
import { PageErrors } from '#tests/support/phone/page-errors.ts';

interface OfTest {
	/** A test names here the errors that it provokes. Any other error fails the test. */
	pageErrors: PageErrors;
}
interface OfWorker {
	watchedBrowser: PageErrors;
}

/** The base of every browser test: fails on any error in any page of any context. */
export const test = base.extend<OfTest, OfWorker>({
	watchedBrowser: [
		async ({ browser }, use) => {
			const errors = new PageErrors();
			browser.on('context', (context) => {
				errors.watch(context);
			});
			await use(errors);
		},
		{ scope: 'worker', auto: true }
	],
	page: async ({ page, watchedBrowser }, use) => {
		await use(page);
		watchedBrowser.testIsOver();
	},
	pageErrors: [
		async ({ watchedBrowser }, use) => {
			await use(watchedBrowser);
			expect(watchedBrowser.take(), 'errors of pages that the test did not provoke').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
