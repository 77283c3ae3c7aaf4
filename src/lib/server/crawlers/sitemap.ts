import type { Card } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { escapeXml } from '#lib/edition/text/escape-xml.ts';

/** A page, and the day of its last change if it has one. */
interface SitePage {
	/** The path after the language: `/guides/school-bus/`. */
	readonly rest: string;
	readonly changedOn?: string | undefined;
	/** The languages in which it has a text of its own. */
	readonly tags: readonly LanguageTag[];
}

const URLSET =
	'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' +
	' xmlns:xhtml="http://www.w3.org/1999/xhtml">';

/** The pages besides articles. Those without a date change with the app, not with the edition. */
const PAGES = [
	'/help/',
	'/help/phone/',
	'/search/',
	'/install/',
	'/about/',
	'/about/coverage/',
	'/about/privacy/',
	'/words/',
	'/notices/',
	'/check/',
	'/open/',
	'/languages/'
] as const;
const LISTS = ['/', '/changes/', '/sources/', '/who/'] as const;
/** Pages of a level, and the timeline, exist only if there is a directive to show. */
const RULE_LISTS = [
	['/directives/', undefined],
	['/city/', 'city'],
	['/schools/', 'school'],
	['/state/', 'state'],
	['/federal/', 'federal'],
	['/timeline/', undefined]
] as const;

/**
 * The sitemap: every page in each language in which it has a text, with all its alternates, itself
 * included, because search engines require both ends to name each other. `cards` are those of every
 * language that has articles of its own. A sitemap may have 50,000 addresses.
 */
export function sitemap(
	site: string,
	cards: Readonly<Partial<Record<LanguageTag, readonly Card[]>>>
): string {
	const tags = Object.keys(cards) as LanguageTag[];
	const english = cards.en ?? [];
	const latest = english
		.map(({ changedOn }) => changedOn)
		.sort()
		.at(-1);
	const rules = english.filter(({ kind }) => kind === 'directive');
	const ruleLists = RULE_LISTS.filter(([, level]) =>
		rules.some((card) => level === undefined || card.level === level)
	).map(([rest]) => rest);
	const guideLists = english.some(({ kind }) => kind === 'guide') ? ['/guides/'] : [];
	const pages: SitePage[] = [
		...[...LISTS, ...guideLists, ...ruleLists].map((rest) => ({ rest, tags, changedOn: latest })),
		...PAGES.map((rest) => ({ rest, tags })),
		...english.map(({ id, kind, slug, changedOn }) => {
			const own = tags.filter((tag) => cards[tag]?.some((it) => it.id === id && it.lang === tag));
			return { rest: `/${kind}s/${slug}/`, tags: own, changedOn };
		})
	];
	const urls = pages.flatMap((page) => page.tags.map((tag) => toUrl(site, tag, page)));
	const start = `<url><loc>${escapeXml(site)}/</loc></url>`;
	return `<?xml version="1.0" encoding="utf-8"?>\n${[URLSET, start, ...urls, '</urlset>'].join('\n')}\n`;
}

function toUrl(site: string, tag: LanguageTag, { rest, tags, changedOn }: SitePage): string {
	const address = (lang: LanguageTag): string => escapeXml(`${site}/${lang}${rest}`);
	const alternate = (hreflang: string, href: string): string =>
		`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`;
	return [
		`<url><loc>${address(tag)}</loc>`,
		changedOn ? `<lastmod>${changedOn}</lastmod>` : '',
		...tags.map((lang) => alternate(lang, address(lang))),
		// as in each page's head: without a language, the home page is the picker
		alternate('x-default', rest === '/' ? `${escapeXml(site)}/` : address('en')),
		'</url>'
	].join('');
}
