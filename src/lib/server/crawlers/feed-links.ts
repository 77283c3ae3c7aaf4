import { toHref } from '#lib/edition/address/base-path.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** The links by which feed readers find the feeds. English ones if the language has no feeds. */
export function feedLinks(lang: LanguageTag, own: readonly LanguageTag[]): string {
	const folder = own.includes(lang) ? lang : 'en';
	const link = (type: string, file: string): string =>
		`<link rel="alternate" type="application/${type}" href="${toHref(`/${folder}/${file}`)}">`;
	return link('feed+json', 'feed.json') + link('atom+xml', 'feed.xml');
}
