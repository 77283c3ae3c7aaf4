import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Article } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { ownLanguages } from '#lib/server/published/own-languages.ts';
import type { PublishedLibrary } from '#lib/server/published/published-library.ts';
import { addressLinks } from './address-links.ts';
import { feedLinks } from './feed-links.ts';
import { pageLanguages, type ShownArticle } from './page-languages.ts';
import { dataElement, structuredData } from './structured-data.ts';

/** The page whose head is made. */
export interface SeenPage {
	/** Its path in the app: `/en/guides/school-bus/`. */
	readonly path: string;
	readonly lang: LanguageTag;
	readonly article: ShownArticle | undefined;
}

/**
 * The elements that programs look for in the head of a page. The server puts them into the document, so
 * that phones need not load the code for it.
 */
export async function pageHead(
	library: PublishedLibrary,
	{ path, lang, article: shown }: SeenPage
): Promise<string> {
	const edition = await library.edition();
	const links =
		addressLinks(siteOf(edition), path, await pageLanguages(library, shown)) +
		feedLinks(lang, await ownLanguages(library));
	const open = shown && (await library.article(lang, shown.kind, shown.slug));
	if (!open || 'absent' in open) return links;

	const { article } = open.found;
	const others = article.kind === 'directive' ? [...article.amends, ...article.replaces] : [];
	const named = new Map<string, Article>();
	for (const slug of others) {
		const other = await library.article(lang, 'directive', slug);
		if ('found' in other) named.set(slug, other.found.article);
	}
	return links + dataElement(structuredData(lang, article, edition, (slug) => named.get(slug)));
}
