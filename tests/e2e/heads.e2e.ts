import { existsSync, globSync, readFileSync } from 'node:fs';
import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { languages } from '#lib/messages/languages.ts';
import { writtenLanguages } from '#tests/support/sample.ts';
import { expect, test } from './site-test.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'files: the browser plays no part');

const BUILT = 'build/prerendered';

/** What a program reads of a page before its text. */
interface Head {
	readonly path: string;
	readonly html: string;
	readonly canonical: string | undefined;
	/** Languages → addresses. */
	readonly alternates: ReadonlyMap<string, string>;
	readonly isIndexed: boolean;
}

/** The first group of every match. */
const all = (html: string, pattern: RegExp): string[] =>
	[...html.matchAll(pattern)].map(([, found = '']) => found);
const named = (html: string, name: string): string[] =>
	all(html, new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'g'));
const pathOf = (address: string): string => new URL(address).pathname;

function readHeads(): Head[] {
	return globSync('**/index.html', { cwd: BUILT }).map((file) => {
		const html = readFileSync(`${BUILT}/${file}`, 'utf8');
		const alternates = [
			...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)
		];
		return {
			path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
			html,
			canonical: all(html, /<link rel="canonical" href="([^"]+)"/g)[0],
			alternates: new Map(alternates.map(([, tag = '', href = '']) => [tag, href])),
			isIndexed: named(html, 'robots').length === 0
		};
	});
}

test('every prerendered page says what it is, in which language, and where', () => {
	const heads = readHeads();
	expect(heads.length).toBeGreaterThan(1000);
	for (const { path, html, canonical } of heads) {
		expect(all(html, /<title>([^<]+)<\/title>/g), path).toHaveLength(1);
		const [description, ...more] = named(html, 'description');
		// 20 characters are a sentence in English; Chinese and Korean say as much in six
		const least = path.startsWith('/en/') ? 20 : 6;
		expect([(description ?? '').length > least, more], path).toEqual([true, []]);
		const [, lang = '', dir] = /<html lang="([^"]*)" dir="([^"]*)"/.exec(html) ?? [];
		const tag = path.split('/')[1] ?? '';
		expect(lang, path).toBe(isLanguageTag(tag) ? tag : 'en');
		expect(dir, path).toBe(isLanguageTag(lang) && languages[lang].dir);
		if (path === '/shell/') continue;
		expect(all(html, /<link rel="canonical" href="([^"]+)"/g), path).toHaveLength(1);
		expect(named(html, 'og:url'), path).toEqual([canonical]);
		expect(named(html, 'og:title')[0], path).toBeTruthy();
		const [picture = ''] = named(html, 'og:image');
		expect(existsSync(`build/client${pathOf(picture)}`), path).toBe(true);
	}
});

test('translations name each other, and a page in English is known by one address', () => {
	const heads = readHeads().filter(({ path }) => path !== '/shell/');
	const at = new Map(heads.map((head) => [head.path, head]));
	// gathered in a list, because Playwright records each of a hundred thousand expectations
	const wrong: string[] = [];
	const check = (isSo: boolean, problem: string): void => {
		if (!isSo) wrong.push(problem);
	};
	for (const { path, canonical = '', alternates } of heads) {
		const main = at.get(pathOf(canonical));
		check(
			pathOf(main?.canonical ?? 'x:/') === pathOf(canonical),
			`${path}: what ${canonical} leads to is not known by that address`
		);
		if (main?.path !== path) {
			check(
				pathOf(canonical).startsWith('/en/') && alternates.size === 0,
				`${path}: it is the English again, and no translation of itself`
			);
			continue;
		}
		for (const [tag, address] of alternates) {
			const other = at.get(pathOf(address));
			check(other !== undefined, `${path} names ${address}, which is not there`);
			if (tag === 'x-default') continue;
			check(other?.path.includes(`/${tag}/`) === true, `${path} names ${address} for ${tag}`);
			// the language picker is named by every home page, and names none back
			if (path.split('/').length < 3 || !isLanguageTag(path.split('/')[1] ?? '')) continue;
			check(
				other !== undefined && new Set(other.alternates.values()).has(canonical),
				`${path}: ${address} does not name it back`
			);
		}
	}
	expect(wrong).toEqual([]);
});

test('the sitemap has the pages that have an address of their own, and no other', () => {
	const xml = readFileSync(`${BUILT}/sitemap.xml`, 'utf8');
	const listed = all(xml, /<loc>([^<]+)<\/loc>/g).map(pathOf);
	const own = readHeads()
		.filter(({ path, canonical, isIndexed }) => isIndexed && pathOf(canonical ?? 'x:/') === path)
		// left out: these pages are about the article that is named behind the `#`
		.filter(({ path }) => !/\/(share|compare|paper)\/$/.test(path))
		.map(({ path }) => path);
	expect(listed.sort()).toEqual(own.sort());
	// a language without translated articles repeats the English, and is not listed
	const written = new Set<string>(writtenLanguages());
	const tags = new Set(listed.map((path) => path.split('/')[1] ?? '').filter(isLanguageTag));
	expect(tags).toEqual(written);
});

test('what a host answers with for a page that it does not have has a way on without scripts', () => {
	for (const file of ['404.html', 'shell/index.html']) {
		const html = readFileSync(`${BUILT}/${file}`, 'utf8');
		expect(html, file).toMatch(/<title>[^<]+<\/title>/);
		const [without = ''] = all(html, /<noscript>(.*?)<\/noscript>/gs);
		for (const path of all(without, /href="([^"]+)"/g)) {
			expect(existsSync(`${BUILT}${path}index.html`), path).toBe(true);
		}
		expect(all(without, /(hreflang)="/g).length).toBeGreaterThan(10);
		expect(named(html, 'robots')).toEqual(['noindex']);
	}
	// a page that needs scripts still leads somewhere without them
	const compare = all(
		readFileSync(`${BUILT}/en/compare/index.html`, 'utf8'),
		/<noscript>(.*?)<\/noscript>/gs
	).join('');
	expect(compare).toContain('/en/changes/');
});
