import { expect, test as base } from '@playwright/test';
import { aSite, type Site } from '#tests/support/phone/site.ts';
import { aWebKitPhone, type WebKitPhone } from '#tests/support/webkit/webkit-phone.ts';
import { whyNoWebKit } from '#tests/support/webkit/why-no-webkit.ts';

/**
 * A test in the engine of every iPhone, with a site of its own. Playwright only runs it: the WebKit that
 * Playwright drives is a build of its own, and cannot be that of a Linux distribution (ADR 0048).
 */
export const test = base.extend<{ site: Site; phone: WebKitPhone }, { whyNot: string | undefined }>(
	{
		whyNot: [
			// eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
			async ({}, use) => {
				await use(whyNoWebKit());
			},
			{ scope: 'worker' }
		],
		phone: async ({ whyNot }, use, info) => {
			info.skip(whyNot !== undefined, whyNot ?? '');
			const phone = await aWebKitPhone();
			await use(phone);
			const errors = phone.takeErrors();
			await phone.close();
			expect(errors, 'errors of pages that the test did not provoke').toEqual([]);
		},
		site: async ({ phone: _ }, use) => {
			const site = await aSite();
			await use(site);
			await site.close();
		}
	}
);

/** What is read in the first element that fits; empty if there is none. */
export const wordsOf = ({ browser }: WebKitPhone, css: string): Promise<string> =>
	browser.evaluate(
		(selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '',
		css
	);

/** Waits until these words are read in an element. */
export const expectWords = (
	phone: WebKitPhone,
	css: string,
	words: string | RegExp
): Promise<void> => expect.poll(() => wordsOf(phone, css), { message: css }).toMatch(words);

/** Opens a page and waits until the app says that everything is on the phone. */
export async function readyFor(phone: WebKitPhone, url: string): Promise<void> {
	await phone.browser.goto(url);
	await expectWords(phone, '#status-line .settled', /\d/);
}

export { expect };
