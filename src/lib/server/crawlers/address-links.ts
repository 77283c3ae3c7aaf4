import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { escapeXml } from '#lib/server/published/escape-xml.ts';
import { languageIn } from './page-languages.ts';

/** As it is drawn by hand in static/og.png: ours, with no picture of anybody. */
const PICTURE = '/og.png';

/**
 * Which address a page is known by, in which other languages it is, and the picture of a link to it.
 * `own` are the languages in which it has texts of its own: in any other its address is that of the
 * English page, and it is no translation.
 */
export function addressLinks(site: string, path: string, own: readonly LanguageTag[]): string {
	const lang = languageIn(path);
	const rest = lang ? path.slice(lang.length + 1) : path;
	const at = (tag: LanguageTag | undefined): string =>
		escapeXml(tag ? `${site}/${tag}${rest}` : `${site}${rest}`);
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
