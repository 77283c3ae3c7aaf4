import type { Page } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, readyFor, test } from './site-test.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a language is one tap away, and a guide reads whole', async ({ page, site }) => {
		await page.goto(`${site.origin}/`);
		await page.getByRole('link', { name: 'English' }).click();
		await page.getByRole('link', { name: /Officers are at your door/ }).click();

		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Officers are at your door');
		await expect(page.getByText('Keep the door closed.')).toBeVisible();
		await expect(page.getByRole('link', { name: /800-354-0365/ }).first()).toBeVisible();
		await expect(page.getByText('information, not legal advice').first()).toBeVisible();
	});
});

/** The language that this phone has in its settings. */
const notedLanguage = (page: Page): Promise<unknown> =>
	page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('handrail');
				opening.onerror = () => {
					reject(opening.error ?? new Error('no database'));
				};
				opening.onsuccess = () => {
					const db = opening.result;
					const asked = db.transaction('settings').objectStore('settings').get('lang');
					asked.onsuccess = () => {
						db.close();
						resolve(asked.result);
					};
				};
			})
	);

test('a first visit asks for the language once, and the next goes straight home', async ({
	page,
	site
}) => {
	await page.goto(`${site.origin}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your language');
	await page.getByRole('link', { name: 'Español' }).click();
	await page.waitForURL(`${site.origin}/es/`);
	await readyFor(page, `${site.origin}/es/`);
	// noted when the app has the page on screen, which the status line does not wait for
	await expect.poll(() => notedLanguage(page)).toBe('es');

	await page.goto(`${site.origin}/`);
	await expect(page).toHaveURL(`${site.origin}/es/`);
});

test.describe('on the smallest phone', () => {
	test.use({ viewport: { width: 360, height: 640 } });

	test('the first step and the phone button are seen without scrolling', async ({ page, site }) => {
		for (const guide of ['home-door', 'school-bus', 'school-door-desk', 'heard-a-rumor']) {
			await page.goto(`${site.origin}/en/guides/${guide}/`);
			const step = page.locator('ol').getByRole('listitem').first();
			await expect(step, guide).toBeInViewport({ ratio: 1 });
			const call = page.locator('.call').first();
			await expect(call, guide).toBeInViewport({ ratio: 1 });
		}
	});

	test('how many steps are below stays true when the line of saving comes, and on a lower window', async ({
		page,
		site
	}) => {
		const hidden = () =>
			page.locator('article').evaluate((article) => {
				const note = article.querySelector('.pin > [aria-hidden]');
				const edge = note?.getBoundingClientRect().top ?? 0;
				const steps = [...article.querySelectorAll('ol[data-steps] > li')];
				const below = steps.filter((it) => it.getBoundingClientRect().bottom > edge).length;
				return { below, said: Number(/\d+/.exec(note?.textContent ?? '')?.[0] ?? 0) };
			});
		const wrong = async () => {
			const { below, said } = await hidden();
			return said - below;
		};
		await readyFor(page, `${site.origin}/en/guides/school-bus/`);
		await expect.poll(wrong).toBe(0);
		const { below } = await hidden();
		await page.setViewportSize({ width: 360, height: 520 });
		await expect.poll(async () => (await hidden()).below).toBeGreaterThan(below);
		await expect.poll(wrong).toBe(0);
		const { below: lower } = await hidden();
		await page.evaluate(() => {
			document.documentElement.style.setProperty('--status', '120px');
		});
		await expect.poll(async () => (await hidden()).below).toBeGreaterThan(lower);
		await expect.poll(wrong).toBe(0);
	});

	test('the three most urgent guides are seen without scrolling', async ({ page, site }) => {
		await page.goto(`${site.origin}/en/`);
		for (const index of [0, 1, 2]) {
			const link = page.getByRole('main').getByRole('listitem').getByRole('link').nth(index);
			await expect(link).toBeInViewport({ ratio: 1 });
		}
	});
});

test('nothing is asked of another host, and no cookie is set', async ({ page, context, site }) => {
	const foreign: string[] = [];
	context.on('request', (request) => {
		if (!request.url().startsWith(site.origin)) foreign.push(request.url());
	});
	await readyFor(page, `${site.origin}/en/`);
	for (const path of ['guides/home-door/', 'directives/cbp-one/', 'search/', 'help/', 'about/']) {
		await page.goto(`${site.origin}/en/${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	expect(foreign).toEqual([]);
	expect(await context.cookies()).toEqual([]);
});

test('a page carries what search engines need', async ({ page, site }) => {
	await page.goto(`${site.origin}/en/guides/home-door/`);
	await expect(page).toHaveTitle(/Officers are at your door/);
	await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /./);
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
		'href',
		/\/en\/guides\/home-door\/$/
	);
	// one link for each translation, and one for the language picker (`x-default`). A page of another
	// language that shows the English text is no translation, and has none
	const tags = globSync('src/content/guides/home-door/*.md').map((file) => basename(file, '.md'));
	const links = page.locator('link[rel="alternate"][hreflang]');
	await expect(links).toHaveCount(tags.length + 1);
	const named = await links.evaluateAll((all) => all.map((it) => it.getAttribute('hreflang')));
	expect(named.sort()).toEqual([...tags, 'x-default'].sort());
	const data = await page.locator('script[type="application/ld+json"]').first().textContent();
	expect(JSON.parse(data ?? '')).toHaveProperty('@context', 'https://schema.org');
});

test('a page brings every rule that its markup uses, and all others come with the app', async ({
	page,
	site
}) => {
	const [sheet = ''] = globSync('build/client/_app/immutable/assets/bundle.*.css');
	for (const path of ['/', '/en/', '/ar/guides/school-bus/', '/en/help/', '/es/timeline/']) {
		const html = await (await page.request.get(`${site.origin}${path}`)).text();
		// a document that is written anew keeps the policy of the one before, which names other styles
		await page.setContent(html.replaceAll(/<script[^]*?<\/script>|<meta http-equiv=[^>]*>/g, ''));
		const { missing, unused } = await page.evaluate(
			(css) => {
				const whole = new CSSStyleSheet();
				whole.replaceSync(css);
				const rulesOf = ({ cssRules }: CSSStyleSheet | CSSGroupingRule): CSSStyleRule[] =>
					[...cssRules].flatMap((rule) => {
						if (rule instanceof CSSStyleRule) return [rule];
						return rule instanceof CSSGroupingRule ? rulesOf(rule) : [];
					});
				const here = new Set([...document.styleSheets].flatMap(rulesOf).map((it) => it.cssText));
				const left = rulesOf(whole).filter((it) => !here.has(it.cssText));
				const used = left.filter((it) => document.querySelector(it.selectorText));
				return { missing: used.map((it) => it.selectorText), unused: left.length };
			},
			readFileSync(sheet, 'utf8')
		);
		expect(missing, path).toEqual([]);
		expect(unused, path).toBeGreaterThan(50);
	}
	await readyFor(page, `${site.origin}/en/`);
	await expect(page.locator('link[rel="stylesheet"]')).toHaveCount(1);
});
