import { expect, readyFor, test } from './site-test.ts';

/*
 * What a screen reader finds, in its order: the tree of four pages as far as it must stay. Words that
 * editors change are left out.
 */

const FRAME = `
  - link "Skip to the page"
  - banner:
    - navigation "Main":
      - link "Home"
      - link "Search"
      - link "Changes"
      - link "Help"
    - group: "Language: English"
    - group: Text size and colors
`;
/** Read last: who speaks, where to ask on, and what the phone holds. */
const FOOT = `
  - contentinfo:
    - paragraph: /not legal advice.*Edition \\d+/
    - paragraph:
      - link "About Handrail"
      - link "Check a message"
  - status:
    - paragraph: /Ready for offline/
`;

test('a screen reader hears first where it is, then what to do', async ({ page, site }) => {
	const body = page.locator('body');
	await readyFor(page, `${site.origin}/en/`);
	await expect(body).toMatchAriaSnapshot(`${FRAME}
  - main:
    - region "I am…":
      - heading "I am…" [level=2]
      - button "Family"
      - button "Police"
    - heading "What is happening now?" [level=1]
    - list:
      - listitem:
        - link "Officers are at your door"
    - heading "Everything" [level=2]
    - list:
      - listitem:
        - link /All situations/
${FOOT}`);

	await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(body).toMatchAriaSnapshot(`${FRAME}
  - main:
    - article:
      - heading "Officers are at your door" [level=1]
      - paragraph: /As of/
      - heading "Do" [level=2]
      - list:
        - listitem: /Keep the door closed/
      - complementary "The weak point"
      - paragraph: /^Source:/
      - button "Show a card"
      - link /^Call \\d/
      - heading "Call" [level=2]
      - list:
        - listitem:
          - link /help line/
      - heading "Say" [level=2]
      - blockquote
      - button "Show"
      - heading "Do not" [level=2]
      - list
      - heading "If they come in anyway" [level=2]
      - list
      - complementary:
        - group:
          - heading "Why" [level=2]
        - group:
          - heading "Not confirmed" [level=2]
        - group:
          - heading /Sources \\(\\d+\\)/ [level=2]
        - heading "The rules behind this" [level=2]
        - list:
          - listitem:
            - link
        - heading "About this text" [level=2]
        - list:
          - listitem: /not legal advice/
    - paragraph:
      - link "Share"
      - link "On paper"
${FOOT}`);

	await page.goto(`${site.origin}/en/search/`);
	await page.getByRole('searchbox').fill('ICE at my door');
	await expect(body).toMatchAriaSnapshot(`${FRAME}
  - main:
    - heading "Search" [level=1]
    - search:
      - searchbox "Search the guides"
      - button "Clear"
      - paragraph: /\\d+ results/
    - list:
      - listitem:
        - link /Officers are at your door/
${FOOT}`);

	await page.goto(`${site.origin}/en/changes/`);
	await expect(body).toMatchAriaSnapshot(`${FRAME}
  - main:
    - heading "What changed" [level=1]
    - paragraph: /Up to date/
    - link "Compare word by word"
    - navigation "For whom":
      - link "For families"
    - heading "For families" [level=2]
    - article:
      - paragraph: /\\d{4}/
      - heading [level=3]
      - term: Do now
      - definition
      - term: Why
      - definition
      - heading "These articles changed" [level=4]
      - list:
        - listitem:
          - link
${FOOT}`);
});

test('each part of a page says its own language and direction', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/ar/guides/home-door/`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	const wrong = await page.evaluate(() => {
		const latin = /[A-Za-z]{4}/;
		const arabic = /[\u0600-\u06ff]/;
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (walker.nextNode()) {
			const { data, parentElement } = walker.currentNode as Text;
			if (!parentElement || parentElement.closest('script, style')) continue;
			const lang = parentElement.closest<HTMLElement>('[lang]')?.lang ?? '';
			const dir = getComputedStyle(parentElement).direction;
			const isForeign = latin.test(data) && !arabic.test(data);
			// the name of the app is the same in every language
			const isName = parentElement.closest('bdi') !== null || data.trim() === 'Handrail';
			if (isForeign && !isName && lang === 'ar') found.push(data.trim());
			if (lang === 'en' && dir !== 'ltr') found.push(`${dir} ${data.trim()}`);
			if (lang === 'ar' && arabic.test(data) && dir !== 'rtl') found.push(`${dir} ${data.trim()}`);
		}
		return found;
	});
	expect(wrong).toEqual([]);
});

test('forced colors keep the numbers of the steps, buttons and labels apart from the page', async ({
	page,
	site,
	browserName
}) => {
	test.skip(
		browserName === 'firefox',
		'tests cannot force colors on Firefox: the media query stays'
	);
	await page.emulateMedia({ forcedColors: 'active' });
	expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
	await readyFor(page, `${site.origin}/es/guides/home-door/`);
	for (const part of ['.label', '.tools .button', '.call']) {
		const width = await page
			.locator(part)
			.first()
			.evaluate((it) => parseFloat(getComputedStyle(it).borderInlineStartWidth));
		expect(width, part).toBeGreaterThan(0);
	}
	const number = await page
		.locator('[data-steps] .tile')
		.first()
		.evaluate((it) => getComputedStyle(it, '::before').borderTopWidth);
	expect(parseFloat(number)).toBeGreaterThan(0);
});
