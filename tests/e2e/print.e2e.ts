import { readFileSync, globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { localDay } from '#lib/reader/text/format-date.ts';
import { qrCode } from '#lib/share/paper/qr-code.ts';
import { aBusDoorsEdition } from '#tests/support/publisher/bus-doors-edition.ts';
import { isWhole, sampleLanguages } from '#tests/support/sample.ts';
import { expect, readyFor, test } from './site-test.ts';

/** What is so now, on this phone, and not on a sheet of paper next month. */
const LIVE =
	/open now|closed now|up to date|connect to|ready for offline|of \d+ checked|since you last looked|\d+ changed|^changed$/im;

/** What is on paper: what is not displayed is no text here. */
async function onPaper(page: Page): Promise<string> {
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	await page.emulateMedia({ media: null });
	return text;
}

test('a printed page says nothing that is so only now', async ({ page, site }) => {
	test.setTimeout(120_000);
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
		// the date of the edition, which stays true
		await expect(page.locator('footer')).toContainText('Edition');
		if (path === 'help/') await expect(page.getByText(/(Open|Closed) now/).first()).toBeVisible();
		// the app has the page, and says what it knows
		await expect(page.locator('#status-line .settled')).toBeVisible();
		seen.push(await page.locator('body').innerText());
		const paper = await onPaper(page);
		expect(paper, path).not.toMatch(LIVE);
		expect(paper).toMatch(/Edition \d+, \w+ \d+, 20\d\d/);
		if (path === 'help/') expect(paper).toMatch(/9 am – 6 pm\s*(Hours not confirmed|Last checked)/);
	}
	// else the words above would be none of ours
	for (const word of [
		/(Open|Closed) now/,
		/Up to date/,
		/since you last looked/,
		/of \d+ checked/
	]) {
		expect(seen.join('\n')).toMatch(word);
	}
});

/** Every sheet that a guide names. */
const SHEETS = globSync('src/content/guides/*/en.md')
	.sort()
	.flatMap((file) => {
		const [, names = ''] = /^print: \[(.*)\]$/m.exec(readFileSync(file, 'utf8')) ?? [];
		return names.split(', ').map((name) => ({ slug: basename(dirname(file)), name }));
	});

/** All of them in the long form; else one of each name. */
const sampledSheets = isWhole()
	? SHEETS
	: SHEETS.filter(({ name }, index) => SHEETS.findIndex((it) => it.name === name) === index);

const pagesOf = async (page: Page): Promise<number> => {
	const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

for (const lang of sampleLanguages()) {
	test(`every sheet in ${lang} is whole, on as many pages as it should have`, async ({
		page,
		site
	}) => {
		test.setTimeout(isWhole() ? 600_000 : 120_000);
		// Playwright does not know how Vite gathers them
		const texts = JSON.parse(readFileSync(`src/messages/${lang}.json`, 'utf8')) as Record<
			string,
			string
		>;
		const t = (key: string): string => texts[key] ?? key;
		await readyFor(page, `${site.origin}/${lang}/`);
		await site.kill();
		for (const { slug, name } of sampledSheets) {
			const what = `${slug} ${name}`;
			// another page in between: an address that differs behind its # alone loads nothing
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
						// a line of letters may stand out of its box by a hair
						(box) => box.scrollHeight > box.clientHeight + 2
					)
					.map((box) => box.className)
			);
			expect(spill, what).toEqual([]);
			const pages = await pagesOf(page);
			// what lies on a desk may be turned over
			expect(pages, what).toBeLessThanOrEqual(name === 'desk' ? 2 : 1);
			expect(pages).toBeGreaterThan(0);
		}
	});
}
