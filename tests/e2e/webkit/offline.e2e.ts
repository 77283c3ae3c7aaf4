import { readdirSync } from 'node:fs';
import { titleOf } from '#tests/support/phone/title-of.ts';
import { inspectPhone } from '#tests/support/publisher/whole-edition.ts';
import { sampleItems } from '#tests/support/sample.ts';
import { expect, expectWords, readyFor, test, wordsOf } from './webkit-test.ts';

test('a page that is left while it saves does not hold up the next one', async ({
	phone,
	site
}) => {
	for (const lang of ['es', 'ar']) {
		await phone.browser.goto(`${site.origin}/${lang}/`);
		// it says how many texts are here: it is storing them
		await expectWords(phone, '#status-line', /\d/);
	}
	await phone.browser.goto(`${site.origin}/en/`);
	// "Ready" may come a page later: WebKit lets a worker be installed only once the page that asked for it
	// first has heard so, and a page that is kept for "Back" hears nothing
	await expect
		.poll(() => phone.browser.evaluate(inspectPhone), { timeout: 30_000 })
		.toMatchObject({ version: site.edition().version, problems: [] });
});

test('guides in three languages are there after a restart with the server gone', async ({
	phone,
	site
}) => {
	for (const lang of ['es', 'ar', 'en']) await readyFor(phone, `${site.origin}/${lang}/`);
	await site.kill();
	await phone.restart();

	const { browser } = phone;
	const slugs = sampleItems(readdirSync('src/content/guides'), 4);
	for (const lang of ['en', 'es', 'ar']) {
		await browser.goto(`${site.origin}/${lang}/`);
		await expect.poll(() => browser.evaluate(() => document.documentElement.lang)).toBe(lang);
		for (const slug of slugs) {
			await browser.goto(`${site.origin}/${lang}/guides/${slug}/`);
			await expectWords(phone, 'h1', titleOf(`src/content/guides/${slug}/${lang}.md`));
			// the text of the edition, not of a page that was kept
			await expectWords(phone, 'article[data-blob] ol > li', /\S/);
		}
	}
});

test('search answers after a restart with the server gone', async ({ phone, site }) => {
	await readyFor(phone, `${site.origin}/en/`);
	await site.kill();
	await phone.restart();
	await phone.browser.goto(`${site.origin}/en/search/`);
	await expectWords(phone, 'h2', /./);
	await phone.browser.type({ css: 'input[type=search]' }, 'bús');
	await expectWords(phone, 'main ol a, main ul a', 'Officers come to the school bus');
	expect(await wordsOf(phone, 'main mark')).toMatch(/bus/i);
});
