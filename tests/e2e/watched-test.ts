import { expect, test as base } from '@playwright/test';
import { PageErrors } from '#tests/support/phone/page-errors.ts';

interface OfTest {
	/** Where a test says which errors it provokes; any other fails it. */
	pageErrors: PageErrors;
}
interface OfWorker {
	watchedBrowser: PageErrors;
}

/** What every browser test is made with: it fails on any error of any page, whoever opened it. */
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
	pageErrors: [
		async ({ watchedBrowser }, use) => {
			await use(watchedBrowser);
			expect(watchedBrowser.take(), 'errors of pages that the test did not provoke').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
