import { globSync } from 'node:fs';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { isLanguageTag, LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { sampleLanguages } from '#tests/support/sample.ts';
import { expect, readyFor, test } from './site-test.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'plain HTTP: the browser plays no part');

/** Files for programs, and the media type that each must have. */
const FILES = [
	['/en/feed.json', 'application/feed+json'],
	['/es/feed.json', 'application/feed+json'],
	['/en/feed.xml', 'application/atom+xml'],
	['/es/feed.xml', 'application/atom+xml'],
	['/data/edition.json', 'application/json'],
	['/data/en/articles.json', 'application/json'],
	['/data/es/sources.json', 'application/json'],
	['/data/es/terms.json', 'application/json'],
	['/data/en/contacts.json', 'application/json'],
	['/data/en/changes.json', 'application/json'],
	['/data/es/guide/home-door.json', 'application/json'],
	['/data/en/directive/cbp-one.json', 'application/json']
] as const;

/** The languages whose pages and files are looked at today: see `tests/support/sample.ts`. */
const sample = new Set<string>(sampleLanguages(LANGUAGE_TAGS));
const isSampled = (path: string): boolean => {
	const [, tag = ''] = path.split('/');
	return !isLanguageTag(tag) || sample.has(tag);
};

interface Located {
	readonly address: string;
	readonly data: string;
	readonly signed: string;
}

const paths = (xml: string, pattern: RegExp): string[] =>
	[...xml.matchAll(pattern)].map(([, address = '']) => new URL(address).pathname);

async function getJson(request: APIRequestContext, url: string): Promise<unknown> {
	const response: APIResponse = await request.get(url);
	expect(response.status(), url).toBe(200);
	return response.json();
}

test('feeds and data have their media types, and pages of every site may read them', async ({
	request,
	site
}) => {
	for (const [path, type] of FILES) {
		const response = await request.get(site.origin + path);
		expect(response.status(), path).toBe(200);
		const headers = response.headers();
		expect(headers['content-type'], path).toMatch(type);
		expect(headers['access-control-allow-origin'], path).toBe('*');
		expect(headers['access-control-allow-credentials'], path).toBeUndefined();
		expect(headers['set-cookie'], path).toBeUndefined();
		expect(headers['cache-control'], path).toBe('no-cache');
	}
	const head = await request.get(`${site.origin}/published/head.json`);
	expect(head.headers()['access-control-allow-origin']).toBe('*');
	const page = await request.get(`${site.origin}/en/`);
	expect(page.headers()['access-control-allow-origin']).toBeUndefined();
});

test('from edition.json a program finds every article, its page and what was signed', async ({
	request,
	site
}) => {
	const edition = (await getJson(request, `${site.origin}/data/edition.json`)) as {
		languages: { lang: string; files: { articles: string } }[];
	};
	expect(edition.languages.map(({ lang }) => lang)).toEqual(expect.arrayContaining(['en', 'es']));
	const written = new Set<string>(sampleLanguages());
	for (const { files } of edition.languages.filter(({ lang }) => written.has(lang))) {
		const here = (address: string): string => site.origin + new URL(address).pathname;
		const list = (await getJson(request, here(files.articles))) as { articles: Located[] };
		expect(list.articles.length).toBeGreaterThan(0);
		for (const { address, data, signed } of list.articles) {
			for (const url of [address, data, signed]) {
				expect((await request.get(here(url))).status(), url).toBe(200);
			}
		}
	}
});

test('robots.txt leads to the sitemap, and every address in it answers', async ({
	request,
	site
}) => {
	const robots = await (await request.get(`${site.origin}/robots.txt`)).text();
	const [sitemap = ''] = paths(robots, /^Sitemap: (.+)$/gm);
	const xml = await (await request.get(site.origin + sitemap)).text();
	const addresses = paths(xml, /<loc>([^<]+)<\/loc>/g);
	expect(addresses.length).toBeGreaterThan(100);
	for (const path of addresses.filter(isSampled)) {
		expect((await request.get(site.origin + path)).status(), path).toBe(200);
	}
	for (const path of new Set(paths(xml, /href="([^"]+)"/g))) {
		expect(addresses, 'each alternate is an address, too').toContain(path);
	}
});

test('every prerendered page links feeds that are there', async ({ request, site }) => {
	const pages = globSync('**/index.html', { cwd: 'build/prerendered' })
		.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
		.filter((path) => path !== '/shell/' && isSampled(path));
	expect(pages.length).toBeGreaterThan(200);

	const feeds = new Set<string>();
	for (const path of pages) {
		const html = await (await request.get(site.origin + path)).text();
		for (const type of ['feed+json', 'atom+xml']) {
			const link = new RegExp(
				`<link rel="alternate" type="application/${type.replace('+', '\\+')}" href="([^"]+)"`
			);
			const href = link.exec(html)?.[1];
			expect(href, `${path} links a feed`).toBeDefined();
			feeds.add(href ?? '');
		}
	}
	for (const path of feeds) {
		expect((await request.get(site.origin + path)).status(), path).toBe(200);
	}
});

test('llms.txt says what this is not, and of when it is', async ({ request, site }) => {
	const response = await request.get(`${site.origin}/llms.txt`);
	expect(response.headers()['content-type']).toMatch('text/plain');
	const text = await response.text();
	expect(text).toContain('not legal advice');
	expect(text).toMatch(/Edition \d+, issued \d{4}-/);
});

test('on a phone that has the app, feeds and data are still themselves', async ({ page, site }) => {
	await readyFor(page, `${site.origin}/en/`);
	await expect
		.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
		.toBe(true);
	for (const path of ['/en/feed.json', '/data/edition.json', '/sitemap.xml', '/robots.txt']) {
		const response = await page.goto(site.origin + path);
		expect(response?.headers()['content-type'], path).not.toContain('text/html');
	}
});
