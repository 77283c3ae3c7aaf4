import type { Card } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { escapeXml } from '../escape-xml.ts';

/** A page that is there in every language, and the day of its last change where it has one. */
interface SitePage {
	/** What follows the language: `/guides/school-bus/`. */
	readonly rest: string;
	readonly changedOn?: string | undefined;
}

const URLSET =
	'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' +
	' xmlns:xhtml="http://www.w3.org/1999/xhtml">';

/** Beside articles. Those without a day of their own change with the app, not with the edition. */
const PAGES = [
	'/help/',
	'/search/',
	'/install/',
	'/about/',
	'/about/coverage/',
	'/words/',
	'/notices/',
	'/check/',
	'/open/',
	'/languages/'
] as const;
const LISTS = ['/', '/changes/', '/sources/'] as const;
/** Home leads to a level, and to the timeline, where there is a rule: else there is no such page. */
const RULE_LISTS = [
	['/city/', 'city'],
	['/schools/', 'school'],
	['/state/', 'state'],
	['/federal/', 'federal'],
	['/timeline/', undefined]
] as const;

/**
 * Every page in every language, each with all its languages, itself included: search engines believe
 * only what both ends say. A sitemap may have 50,000 addresses: 3,300 articles in 15 languages.
 */
export function sitemap(
	site: string,
	tags: readonly LanguageTag[],
	cards: readonly Card[]
): string {
	const latest = cards
		.map(({ changedOn }) => changedOn)
		.sort()
		.at(-1);
	const rules = cards.filter(({ kind }) => kind === 'directive');
	const ruleLists = RULE_LISTS.filter(([, level]) =>
		rules.some((card) => level === undefined || card.level === level)
	).map(([rest]) => rest);
	const pages: SitePage[] = [
		...[...LISTS, ...ruleLists].map((rest) => ({ rest, changedOn: latest })),
		...PAGES.map((rest) => ({ rest })),
		...cards.map(({ kind, slug, changedOn }) => ({ rest: `/${kind}s/${slug}/`, changedOn }))
	];
	const urls = pages.flatMap((page) => tags.map((tag) => toUrl(site, tags, tag, page)));
	const start = `<url><loc>${escapeXml(site)}/</loc></url>`;
	return `<?xml version="1.0" encoding="utf-8"?>\n${[URLSET, start, ...urls, '</urlset>'].join('\n')}\n`;
}

function toUrl(
	site: string,
	tags: readonly LanguageTag[],
	tag: LanguageTag,
	{ rest, changedOn }: SitePage
): string {
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
