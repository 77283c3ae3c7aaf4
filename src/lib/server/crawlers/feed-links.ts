import { toHref } from '#lib/edition/base-path.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** How a feed reader finds the feeds of a page. English where the language has none of its own. */
export function feedLinks(lang: LanguageTag, own: readonly LanguageTag[]): string {
	const folder = own.includes(lang) ? lang : 'en';
	const link = (type: string, file: string): string =>
		`<link rel="alternate" type="application/${type}" href="${toHref(`/${folder}/${file}`)}">`;
	return link('feed+json', 'feed.json') + link('atom+xml', 'feed.xml');
}
