import { countLeftovers } from '#tests/support/phone/leftovers.ts';
import { expect, expectWords, readyFor, test } from './webkit-test.ts';

const button = (name: string): { xpath: string } => ({
	xpath: `//button[normalize-space()='${name}']`
});

test('an iPhone gets the steps for an iPhone first', async ({ phone, site }) => {
	await phone.browser.goto(`${site.origin}/en/install/`);
	await expectWords(phone, 'main ol', /Tap the Share button\.[^]*It starts empty there/);
});

test('"Delete everything" leaves nothing', async ({ phone, site }) => {
	const { browser } = phone;
	await readyFor(phone, `${site.origin}/en/about/`);
	await browser.click(button('Delete everything'));
	await browser.click(button('Really delete everything'));
	await expectWords(phone, 'main', 'Deleted.');
	const nothing = { rows: 0, caches: 0, workers: 0 };
	await expect.poll(() => browser.evaluate(countLeftovers)).toEqual(nothing);
	// nor does the next page bring anything back
	await browser.click({ css: 'a[href$="/en/help/"]' });
	await expectWords(phone, 'h1', 'Nothing is saved now');
	expect(await browser.evaluate(countLeftovers)).toEqual(nothing);
});
