import { readFileSync, globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { localDay } from '#lib/reader/text/format-date.ts';
import { qrCode } from '#lib/share/paper/qr-code.ts';
import { aBusDoorsEdition } from '#tests/support/publisher/bus-doors-edition.ts';
import { isWhole, sampleLanguages } from '#tests/support/sample.ts';
import { expect, readyFor, test } from './site-test.ts';

/** What is true only now, or only on this phone, and would be wrong on paper next month. */
const LIVE =
	/open now|closed now|up to date|connect to|ready for offline|of \d+ checked|since you last looked|\d+ changed|^changed$/im;

/** The text that is printed: `innerText` leaves out what the print styles do not display. */
async function onPaper(page: Page): Promise<string> {
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	await page.emulateMedia({ media: null });
	return text;
}

test('a printed page says nothing that is true only now', async ({ page, site }) => {
	test.setTimeout(240_000);
	await readyFor(page, `${site.origin}/en/`);
	site.publish(...aBusDoorsEdition(localDay(new Date()), 'critical'));
	await page.reload();
	await expect(page.locator('#status-line')).toContainText('since you last looked');

	const seen: string[] = [];
	for (const path of [
		'',
		'help/',
		'about/',
		'schools/',
		'guides/school-bus/',
		'guides/home-door/',
		'changes/'
	]) {
		await page.goto(`${site.origin}/en/${path}`);
		// the edition and its date stay true, and are printed
		await expect(page.locator('footer')).toContainText('Edition');
		if (path === 'help/') await expect(page.getByText(/(Open|Closed) now/).first()).toBeVisible();
		// wait until the app shows its status, which must not be printed
		await expect(page.locator('#status-line .settled')).toBeVisible();
		seen.push(await page.locator('body').innerText());
		const paper = await onPaper(page);
		expect(paper, path).not.toMatch(LIVE);
		expect(paper).toMatch(/Edition \d+, \w+ \d+, 20\d\d/);
		if (path === 'help/') expect(paper).toMatch(/9 am – 6 pm\s*(Hours not confirmed|Last checked)/);
	}
	// proves that the pages on screen have the words that paper must not have
	for (const word of [
		/(Open|Closed) now/,
		/Up to date/,
		/since you last looked/,
		/of \d+ checked/
	]) {
		expect(seen.join('\n')).toMatch(word);
	}
});

/** Every paper sheet that a guide names in its front matter. */
const SHEETS = globSync('src/content/guides/*/en.md')
	.sort()
	.flatMap((file) => {
		const [, names = ''] = /^print: \[(.*)\]$/m.exec(readFileSync(file, 'utf8')) ?? [];
		return names.split(', ').map((name) => ({ slug: basename(dirname(file)), name }));
	});

/** In the long form all sheets, otherwise the first of each kind. */
const sampledSheets = isWhole()
	? SHEETS
	: SHEETS.filter(({ name }, index) => SHEETS.findIndex((it) => it.name === name) === index);

const pagesOf = async (page: Page): Promise<number> => {
	const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

for (const lang of sampleLanguages()) {
	test(`every sheet in ${lang} is complete, and fits its pages`, async ({ page, site }) => {
		test.setTimeout(isWhole() ? 600_000 : 120_000);
		// read from the file, because Playwright has no `import.meta.glob` to load them through the app
		const texts = JSON.parse(readFileSync(`src/messages/${lang}.json`, 'utf8')) as Record<
			string,
			string
		>;
		const t = (key: string): string => texts[key] ?? key;
		await readyFor(page, `${site.origin}/${lang}/`);
		await site.kill();
		for (const { slug, name } of sampledSheets) {
			const what = `${slug} ${name}`;
			// via another page: an address that differs only behind the # would not load the page again
			await page.goto('about:blank');
			await page.goto(`${site.origin}/${lang}/paper/#guide/${slug}`);
			await page.locator(`input[name=sheet][value=${name}]`).check();
			const sheet = page.locator('.sheet');
			const address = `${site.edition().publisher.address.replace(/\/$/, '')}/g/${slug}/`;
			await expect(sheet.locator('.qr path').first(), what).toHaveAttribute(
				'd',
				qrCode(address).path
			);
			const words = await sheet.innerText();
			for (const word of [
				t('not_advice'),
				t('not_approved'),
				address.replace(/^\w+:\/\/|\/$/g, ''),
				...(lang === 'en' ? [] : [t('draft_label')])
			]) {
				expect(words.replaceAll(/\s+/g, ' '), what).toContain(word.replaceAll(/\s+/g, ' '));
			}
			const spill = await sheet.evaluate((root) =>
				[...root.querySelectorAll('.face, .dash, .wall')]
					.filter(
						// two pixels of tolerance: descenders may stick out of their box
						(box) => box.scrollHeight > box.clientHeight + 2
					)
					.map((box) => box.className)
			);
			expect(spill, what).toEqual([]);
			const pages = await pagesOf(page);
			// a sheet for a desk may use both sides
			expect(pages, what).toBeLessThanOrEqual(name === 'desk' ? 2 : 1);
			expect(pages).toBeGreaterThan(0);
		}
	});
}
