import type { Page } from '@playwright/test';
import snippets from '#tests/fixtures/xss/html.json' with { type: 'json' };
import text from '#tests/fixtures/xss/text.json' with { type: 'json' };
import { aDemoPublisher } from '#tests/support/publisher/demo-publisher.ts';
import { hostileContent } from '#tests/support/publisher/hostile-content.ts';
import { sampleItems } from '#tests/support/sample.ts';
import { aHostileSite, type HostileSite } from '#tests/support/server/hostile-site.ts';
import { savedFile } from '#tests/support/phone/saved-file.ts';
import { expect, test } from './watched-test.ts';

/*
 * Scripts that a thief of the publishing key could put into an edition, and a stranger into an address.
 * The built app must not run them: with its content security policy, and without, by its own checks.
 */
/** Records every sign that something ran: dialogs, requests to other hosts, and calls of `alert`. */
async function watch(page: Page, origin: string): Promise<string[]> {
	const ran: string[] = [];
	page.on('dialog', (dialog) => {
		ran.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !url.startsWith('data:image/')) ran.push(`request ${url}`);
	});
	await page.addInitScript(() => {
		window.alert = (it) => {
			throw new Error(`ran ${String(it)}`);
		};
	});
	page.on('pageerror', (error) => {
		if (error.message.startsWith('ran ')) ran.push(error.message);
	});
	return ran;
}

/** Elements and attributes that could run something, and that no page of ours has. */
function strangers(): string[] {
	const found: string[] = [];
	for (const element of document.querySelectorAll(
		'body, body *, head base, head meta[http-equiv=refresh]'
	)) {
		const isOurSvg = element.closest('svg.icon, svg[aria-hidden]') !== null;
		const name = element.tagName.toLowerCase();
		if (/^(iframe|object|embed|base|math|video|audio|marquee|frameset|portal|x-.*)$/.test(name)) {
			found.push(name);
		}
		if (name === 'svg' && !isOurSvg) found.push('svg');
		if (name === 'meta') found.push('meta refresh');
		for (const { name: attribute, value } of element.attributes) {
			if (attribute.startsWith('on')) found.push(`${name} ${attribute}`);
			const isAddress = /^(href|src|action|formaction|xlink:href|data)$/.test(attribute);
			if (isAddress && /^\s*(javascript|vbscript|data:text)/i.test(value)) found.push(value);
			const host =
				isAddress && URL.canParse(value, location.href) && new URL(value, location.href).host;
			if (host && /evil|xn--/.test(host)) found.push(value);
		}
	}
	return found;
}

const PAGES = [
	'/en/',
	'/en/guides/school-bus/',
	'/en/directives/school-bus-training/',
	'/en/school/',
	'/en/help/',
	'/en/changes/',
	'/en/search/',
	'/en/about/'
];

let site: HostileSite;
test.beforeAll(async () => {
	const publisher = await aDemoPublisher();
	site = await aHostileSite(publisher);
	await publisher.publish({
		languages: { en: hostileContent() },
		edition: {
			publisher: {
				name: text[0] ?? '',
				address: text[6] ?? '',
				licence: text[1] ?? '',
				isDemo: true
			}
		}
	});
});
test.afterAll(() => site.close());

test.beforeEach(({ pageErrors }) => {
	// the attacks violate the policy, and invented addresses give a 404
	pageErrors.provokes(/Content.Security.Policy|^Failed to load resource: /);
	// pages are left before their scripts have loaded
	pageErrors.provokes(/dynamically imported module|Failed to load ‘/);
});

for (const hasPolicy of [true, false]) {
	test(`nothing in an edition or an address runs, ${hasPolicy ? 'under' : 'without'} the policy`, async ({
		page,
		browserName
	}) => {
		// opens more than fifty addresses
		test.slow();
		site.setPolicy(hasPolicy);
		const ran = await watch(page, site.origin);
		await page.goto(`${site.origin}/en/`);
		await expect(page.locator('#status-line .settled')).toContainText('Ready for offline', {
			timeout: 40_000
		});
		for (const path of PAGES) {
			await page.goto(site.origin + path);
			await expect(page.locator('main')).not.toBeEmpty();
			expect(await page.evaluate(strangers)).toEqual([]);
		}
		// the hostile title is shown as plain text
		await page.goto(`${site.origin}/en/guides/school-bus/`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(text[0] ?? '');
		for (const fold of await page.locator('details').all()) {
			await fold.evaluate((it: HTMLDetailsElement) => (it.open = true));
		}
		expect(await page.evaluate(strangers)).toEqual([]);

		// each opens three pages, which takes Firefox minutes where there is little of a processor
		const asked = browserName === 'firefox' ? sampleItems(text, 6) : text;
		for (const it of asked) {
			const part = encodeURIComponent(it);
			for (const path of [`/en/search/?q=${part}#${part}`, `/en/guides/${part}/`, `/${part}/`]) {
				// an unknown address redirects to the nearest page, which may interrupt the next navigation
				await expect(async () => {
					await page.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
					expect(await page.evaluate(strangers)).toEqual([]);
				}).toPass();
			}
		}
		expect(ran).toEqual([]);
	});
}

test('nothing in a saved file runs, with its policy and without', async ({ page, browser }) => {
	site.setPolicy(true);
	await page.goto(`${site.origin}/en/`);
	await expect(page.locator('#status-line .settled')).toContainText('Ready for offline', {
		timeout: 40_000
	});
	const { text: saved } = await savedFile(page, site.origin, 'This article');
	const policy = /<meta[^>]+content-security-policy[^>]+>/i;
	expect(saved).toMatch(policy);
	const context = await browser.newContext();
	for (const content of [saved, saved.replace(policy, '')]) {
		const file = await context.newPage();
		const ran = await watch(file, 'about:');
		await file.setContent(content);
		await expect(file.getByRole('heading', { level: 2 }).first()).toHaveText(text[0] ?? '');
		expect(await file.evaluate(strangers)).toEqual([]);
		expect(ran).toEqual([]);
	}
	await context.close();
});

test('nothing in a file that is opened runs: it is refused', async ({ page }) => {
	const ran = await watch(page, site.origin);
	site.setPolicy(true);
	const all = snippets.map((it) => it.html).join('');
	for (const it of [...text, all]) {
		await page.goto(`${site.origin}/en/open/`);
		const input = page.getByLabel('Choose a file');
		await expect(input).toBeEnabled();
		const body = `${it}<template id="handrail-edition">\n${it}\n</template>`;
		const [name, mimeType] = [`${it.slice(0, 40)}.html`, 'text/html'];
		await input.setInputFiles({ name, mimeType, buffer: Buffer.from(body) });
		await expect(page.getByRole('main')).toContainText('not a file from Handrail');
		expect(await page.evaluate(strangers)).toEqual([]);
	}
	expect(ran).toEqual([]);
});
