import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { WebUrl } from '#lib/edition/vocabulary.ts';
import type { ArticleKind } from '../read/corpus.ts';

/** What an editor may put between the parentheses of a link. */
export type LinkTarget =
	| { readonly to: 'web'; readonly url: string }
	| { readonly to: ArticleKind; readonly slug: string }
	| { readonly to: 'help' };

/** `https://…`, `guide:<slug>`, `directive:<slug>` or `contact`; anything else is `undefined`. */
export function parseLink(url: string): LinkTarget | undefined {
	if (url === 'contact') return { to: 'help' };
	const [, kind, slug] = /^(guide|directive):([a-z0-9-]+)$/.exec(url) ?? [];
	if (kind && slug) return { to: kind as ArticleKind, slug };
	const isWeb = url.startsWith('https://') && v.is(WebUrl, url) && URL.canParse(url);
	return isWeb ? { to: 'web', url } : undefined;
}

const FOLDERS: Readonly<Record<ArticleKind, string>> = {
	guide: 'guides',
	directive: 'directives'
};

/** The address in the app, in the language of the text. A link that cannot be read goes nowhere. */
export function hrefOf(url: string, lang: LanguageTag): string | undefined {
	const target = parseLink(url);
	if (!target) return undefined;
	if (target.to === 'web') return target.url;
	if (target.to === 'help') return `/${lang}/help/`;
	return `/${lang}/${FOLDERS[target.to]}/${target.slug}/`;
}
