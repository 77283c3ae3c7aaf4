import { existsSync, readdirSync } from 'node:fs';
import { titleOf } from '#tests/support/phone/title-of.ts';
import { sampleLanguages } from '#tests/support/sample.ts';
import { expect, readyFor, test } from './site-test.ts';

/** Every article that has a text in this language: its path and its title. */
const articlesIn = (lang: string): { path: string; title: string }[] =>
	['guides', 'directives'].flatMap((kind) =>
		readdirSync(`src/content/${kind}`).flatMap((slug) => {
			const file = `src/content/${kind}/${slug}/${lang}.md`;
			return existsSync(file) ? [{ path: `/${lang}/${kind}/${slug}/`, title: titleOf(file) }] : [];
		})
	);

for (const lang of sampleLanguages()) {
	test(`every article opens with the server gone, ${lang}`, async ({ page, site, browserName }) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ width: 360, height: 640 });
		await readyFor(page, `${site.origin}/${lang}/`);
		await site.kill();

		const all = articlesIn(lang);
		expect(all.length).toBeGreaterThan(lang === 'en' ? 70 : 0);
		// Chromium opens every article, Firefox each seventh: what is stored is the same in both
		const opened = browserName === 'firefox' ? all.filter((_, index) => index % 7 === 0) : all;
		for (const { path, title } of opened) {
			await page.goto(site.origin + path);
			await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(title);
			await expect(page.locator('article')).toHaveAttribute('data-blob', /^[0-9a-f]{64}$/);
			if (!path.includes('/guides/')) continue;
			// on a small phone the first step and the call button are seen without scrolling
			const firstStep = page.locator('article ol > li').first();
			await expect(firstStep, path).toBeInViewport({ ratio: 1 });
			await expect(page.locator('.call'), path).toBeInViewport({ ratio: 1 });
		}
	});
}

test('a phone long without a connection says how old the texts are', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await site.kill();
	await page.clock.setFixedTime(new Date('2027-06-01T12:00:00Z'));
	await page.goto(`${site.origin}/en/guides/school-bus/`);

	const notes = page.locator('article .label');
	await expect(notes.filter({ hasText: 'No longer maintained' })).toBeVisible();
	await expect(page.locator('article header .label')).toHaveText(
		/As of 2025\s*This may be out of date/
	);
	await expect(notes.filter({ hasText: 'We have no newer information than 2025' })).toBeVisible();
	await page.goto(`${site.origin}/en/`);
	await expect(page.locator('.label')).toContainText(/since November \d+, 2026/);
});

test('a publisher who stops is named on every page, with whom to ask, offline too', async ({
	page,
	site
}) => {
	const shutdown = { on: '2027-03-01', goTo: [{ name: 'The city', url: 'https://city.example/' }] };
	site.publish(['publisher.json', (text) => JSON.stringify({ ...JSON.parse(text), shutdown })]);
	await readyFor(page, `${site.origin}/ar/`);
	await site.kill();
	for (const path of ['/ar/', '/ar/guides/school-bus/', '/ar/search/', '/en/help/']) {
		await page.goto(site.origin + path);
		const note = page.getByRole('main').getByRole('note').first();
		await expect(note, path).toContainText(/Handrail demo publisher/);
		await note.locator('summary').click();
		const link = note.getByRole('link', { name: 'The city' });
		await expect(link, path).toBeVisible();
		await expect(link, path).toHaveAttribute('href', 'https://city.example/');
	}
});

test('a word is explained where it stands, and closing goes back to it', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/guides/check-the-paper/`);
	const word = page.locator('main a[href$="/words/#ice-form"]').first();
	await word.focus();
	await page.keyboard.press('Enter');

	const note = page.getByRole('dialog', { name: 'ICE form' });
	await expect(note).toBeFocused();
	await expect(note).toContainText('signed by an ICE official');
	expect(page.url()).toContain('/guides/check-the-paper/');
	await page.keyboard.press('Escape');
	await expect(note).toBeHidden();
	await expect(word).toBeFocused();
});

test('without scripts a word leads to the list of words', async ({ browser, site }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${site.origin}/en/guides/check-the-paper/`);
	// by keyboard, because in Firefox without scripts Playwright's click sometimes misses the link
	await page.locator('main a[href$="/words/#ice-form"]').first().press('Enter');
	await expect(page.locator('#ice-form')).toContainText('signed by an ICE official');
	await context.close();
});

test('a list shows first what was chosen, hides nothing and keeps the choice', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/city/`);
	const titles = (): Promise<string[]> => page.locator('main .rows strong').allTextContents();
	const before = await titles();

	await page.locator('summary', { hasText: 'Show first' }).click();
	await page.locator('label', { hasText: 'For city police' }).click();
	await expect(page.getByText('All others').first()).toBeVisible();
	const after = await titles();
	expect(after).not.toEqual(before);
	expect([...after].sort()).toEqual([...before].sort());

	await page.locator('label', { hasText: 'Replaced' }).click();
	await page.locator('label', { hasText: 'For city staff' }).click();
	await page.goto(`${site.origin}/en/city/`);
	const rules = page.locator('section', { hasText: 'The rules' }).locator('.rows').first();
	await expect(rules.locator('strong')).toHaveText([
		'The city memo of January 2025 is no longer used'
	]);
});
