import AxeBuilder from '@axe-core/playwright';
import { isWhole, sampleItems } from '#tests/support/sample.ts';
import { expect, readyFor, test } from './site-test.ts';

const PATHS = [
	'',
	'guides/home-door/',
	'guides/school-bus/',
	'guides/check-the-paper/',
	'directives/nypd-order-2025-01-18/',
	'directives/cbp-one/',
	'city/',
	'federal/',
	'search/',
	'changes/',
	'help/',
	'words/',
	'who/',
	'paper/#guide/home-door',
	'timeline/',
	'sources/',
	'about/',
	'about/coverage/',
	'about/privacy/',
	'help/phone/',
	'install/',
	'notices/',
	'share/#guide/school-bus',
	'check/',
	'compare/',
	'open/',
	'languages/',
	'guides/no-such-guide/'
];

/** The pages of the first look below: half of them in `npm test`, another half each day. */
const HALF = sampleItems(PATHS, PATHS.length / 2);
const OTHERS = PATHS.filter((path) => !HALF.includes(path));

/** Both schemes and both directions: each page is looked at in one of the two, and another day in the other. */
const LOOKS = [
	{ scheme: 'light', lang: 'en', paths: HALF },
	{ scheme: 'dark', lang: 'ar', paths: OTHERS.length > 0 ? OTHERS : PATHS }
] as const;
/** The long form: each page in each scheme and each direction. */
const ALL_LOOKS = (['light', 'dark'] as const).flatMap((scheme) =>
	(['en', 'ar'] as const).map((lang) => ({ scheme, lang, paths: PATHS }))
);

for (const { scheme, lang, paths } of isWhole() ? ALL_LOOKS : LOOKS) {
	test(`every page passes axe: ${lang}, ${scheme}`, async ({ page, site }) => {
		test.slow();
		await page.emulateMedia({ colorScheme: scheme });
		await readyFor(page, `${site.origin}/${lang}/`);
		for (const path of paths) {
			await page.goto(`${site.origin}/${lang}/${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const { violations } = await new AxeBuilder({ page }).analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
			expect(found, path).toEqual([]);
		}
	});
}

test('the picker passes axe', async ({ page, site }) => {
	await page.goto(`${site.origin}/`);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('high contrast passes axe, and is kept', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	await page.locator('summary', { hasText: 'Text size' }).click();
	await page.getByRole('radio', { name: 'High contrast' }).check();
	await page.goto(`${site.origin}/en/directives/cbp-one/`);
	await expect(page.locator('html')).toHaveAttribute('data-look', 'contrast');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('nothing overflows a narrow screen, at 320 px or with text twice as large', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/es/`);
	for (const [width, size] of [
		[320, '100%'],
		[360, '200%']
	] as const) {
		await page.setViewportSize({ width, height: 640 });
		for (const path of [
			'',
			'guides/check-the-paper/',
			'directives/cbp-one/',
			'city/',
			'timeline/',
			'about/coverage/',
			'about/privacy/',
			'help/',
			'help/phone/',
			'about/',
			'share/#guide/home-door',
			'check/',
			'open/'
		]) {
			await page.goto(`${site.origin}/es/${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await page.evaluate((it) => (document.documentElement.style.fontSize = it), size);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow, `${path} at ${width} px, ${size}`).toBeLessThanOrEqual(0);
		}
	}
});

test('everything that can be tapped is 48 px high, links in running text apart', async ({
	page,
	site
}) => {
	await readyFor(page, `${site.origin}/en/`);
	for (const path of [
		'',
		'guides/home-door/',
		'directives/cbp-one/',
		'search/',
		'help/',
		'words/',
		'timeline/',
		'about/',
		'about/coverage/',
		'about/privacy/',
		'help/phone/',
		'share/#guide/home-door',
		'check/',
		'open/'
	]) {
		await page.goto(`${site.origin}/en/${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		const small = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('a, button, summary, input, label:has(input)')]
				.filter((it) => it.offsetParent !== null && !it.closest('p, .skip, [inert]'))
				.filter((it) => !it.matches('[href*="/words/#"]'))
				// a radio button is tapped by its label
				.filter((it) => !(it instanceof HTMLInputElement && it.closest('label')))
				.filter((it) => Math.round(it.getBoundingClientRect().height) < 48)
				.map((it) => `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 40)}`)
		);
		expect(small, path).toEqual([]);
	}
});

test('after a tap the heading of the new page has the focus', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.getByRole('link', { name: /Officers come to the school bus/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is happening now?');
});

test('a guide can be reached and opened by keyboard alone', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
	// the search link and the five roles come before the list of guides
	const guide = page.getByRole('main').getByRole('link', { name: 'Officers are at your door' });
	for (let press = 0; press < 6; press += 1) await page.keyboard.press('Tab');
	await expect(guide).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/guides\/home-door\//);
});
