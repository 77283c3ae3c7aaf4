import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { escapeXml } from '#lib/edition/text/escape-xml.ts';
import { languageIn } from './page-languages.ts';

/** The picture in previews of links, of nobody: `pictures/og.png` of the site, or its icon. */
const PICTURE = '/og.png';

/**
 * The canonical address of a page, its alternates in other languages, and the picture for previews.
 * `own` are the languages in which the page has a text of its own; in others the canonical address is
 * that of the English page.
 */
export function addressLinks(site: string, path: string, own: readonly LanguageTag[]): string {
	const lang = languageIn(path);
	// the short address on paper stands for its guide in every language
	const rest = lang ? path.slice(lang.length + 1) : path.replace(/^\/g\//, '/guides/');
	const at = (tag: LanguageTag | undefined): string =>
		escapeXml(tag ? `${site}/${tag}${rest}` : `${site}${path}`);
	const isOwn = lang === undefined || own.includes(lang);
	const address = at(isOwn ? lang : 'en');
	const link = (hreflang: string, href: string): string =>
		`<link rel="alternate" hreflang="${hreflang}" href="${href}">`;
	// without a language, the home page is the picker
	const fallback = lang === undefined || rest === '/' ? at(undefined) : at('en');
	const alternates = isOwn
		? [...own.map((tag) => link(tag, at(tag))), link('x-default', fallback)]
		: [];
	return [
		`<link rel="canonical" href="${address}">`,
		...alternates,
		`<meta property="og:type" content="website">`,
		`<meta property="og:url" content="${address}">`,
		`<meta property="og:image" content="${escapeXml(site + PICTURE)}">`,
		`<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">`
	].join('');
}
